package dev.milepost.testing;

import dev.milepost.embedded.TokenSource;
import dev.milepost.embedded.TokenSource.Identity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Real tokens from the OIDC provider that the service under test trusts. */
public final class TestTokens {
  private static final Map<Identity, String> TOKENS = new ConcurrentHashMap<>();

  private TestTokens() {}

  /**
   * A bearer token that is good for an hour.
   *
   * @param participantId the participant that the principal is, if any
   */
  public static String as(String principal, @Nullable String participantId, String... roles) {
    return TOKENS.computeIfAbsent(
        new Identity(principal, participantId, List.of(roles)), source()::token);
  }

  /** The same, expired an hour ago. */
  public static String expired(String principal, @Nullable String participantId, String... roles) {
    return source()
        .token(new Identity(principal, participantId, List.of(roles)), Duration.ofHours(-1));
  }

  private static TokenSource source() {
    return new TokenSource(
        ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));
  }
}
