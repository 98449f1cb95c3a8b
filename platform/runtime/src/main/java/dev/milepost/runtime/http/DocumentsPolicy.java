package dev.milepost.runtime.http;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may read the API document and the meters: whoever has a token, or everyone if opened. */
@ApplicationScoped
class DocumentsPolicy implements HttpSecurityPolicy {
  private final HttpConfig config;

  DocumentsPolicy(HttpConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "documents";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    if (config.openDocs()) {
      return CheckResult.permit();
    }
    return identity.onItem().transformToUni(DocumentsPolicy::permitKnown);
  }

  /** Fails, rather than denies, so that the answer is a problem document. */
  private static Uni<CheckResult> permitKnown(SecurityIdentity identity) {
    return identity.isAnonymous()
        ? Uni.createFrom().failure(new UnauthorizedException())
        : CheckResult.permit();
  }
}
