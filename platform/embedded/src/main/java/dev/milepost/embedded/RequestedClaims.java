package dev.milepost.embedded;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Fills a token with the claims that the token request names in its form fields.
 *
 * <ul>
 *   <li>{@code subject}: claim {@code sub}; without it the client id
 *   <li>{@code roles}: claim {@code groups}, separated by commas
 *   <li>{@code participant_id}: the claim of the same name; left out where empty
 *   <li>{@code lifetime}: seconds until it expires, one hour by default; negative for a token that
 *       has expired already
 * </ul>
 */
final class RequestedClaims implements OAuth2TokenCallback {
  static final String ISSUER_ID = "milepost";
  private static final String AUDIENCE = "milepost";
  private static final String[] NO_ROLES = {};
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Clock clock;

  /** Tokens follow system time, also where the suite's clock stands elsewhere. */
  RequestedClaims(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String issuerId() {
    return ISSUER_ID;
  }

  @Override
  public String subject(TokenRequest request) {
    return field(request, "subject")
        .orElseGet(() -> request.getClientAuthentication().getClientID().getValue());
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(AUDIENCE);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("groups", field(request, "roles").map(roles -> roles.split(",")).orElse(NO_ROLES));
    field(request, "participant_id").ifPresent(id -> claims.put("participant_id", id));
    field(request, "lifetime").ifPresent(seconds -> claims.putAll(validity(seconds)));
    return claims;
  }

  @Override
  public long tokenExpiry() {
    return LIFETIME.toSeconds();
  }

  /** An hour of validity that ends at the wanted second. */
  private Map<String, Object> validity(String seconds) {
    Instant end = clock.instant().plusSeconds(Long.parseLong(seconds));
    Date start = Date.from(end.minus(LIFETIME));
    return Map.of("iat", start, "nbf", start, "exp", Date.from(end));
  }

  private static Optional<String> field(TokenRequest request, String name) {
    List<String> values = request.getCustomParameter(name);
    return values == null
        ? Optional.empty()
        : values.stream().filter(value -> !value.isBlank()).findFirst();
  }
}
