package dev.milepost.runtime.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who is calling, and whether they may: failures as problems, with the challenge of RFC 6750. */
class SecurityProblems {
  private final Problems problems;

  SecurityProblems(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper(priority = Priorities.USER - 1)
  Response withoutToken(UnauthorizedException exception) {
    return challenge("Bearer");
  }

  @ServerExceptionMapper(priority = Priorities.USER - 1)
  Response badToken(AuthenticationFailedException exception) {
    return challenge("Bearer error=\"invalid_token\"");
  }

  @ServerExceptionMapper(priority = Priorities.USER - 1)
  Response incompleteToken(AuthenticationCompletionException exception) {
    return challenge("Bearer error=\"invalid_token\"");
  }

  @ServerExceptionMapper(priority = Priorities.USER - 1)
  Response notAllowed(ForbiddenException exception) {
    return problems.respond(ProblemException.of(CommonProblem.FORBIDDEN)).build();
  }

  private Response challenge(String scheme) {
    return problems
        .respond(ProblemException.of(CommonProblem.UNAUTHENTICATED))
        .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
        .build();
  }
}
