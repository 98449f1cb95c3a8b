package dev.milepost.runtime.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever sent the request. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final AccessConfig config;

  Caller(SecurityIdentity identity, AccessConfig config) {
    this.identity = identity;
    this.config = config;
  }

  /** The token's subject: who acts, in all records of who did what. */
  public String principal() {
    return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  /** The participant that the caller is, if any. */
  public Optional<String> participantId() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? token.claim(config.participantClaim())
        : Optional.empty();
  }

  /** Whether the token carries the role. */
  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }
}
