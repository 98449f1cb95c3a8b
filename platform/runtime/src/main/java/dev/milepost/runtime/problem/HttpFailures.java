package dev.milepost.runtime.problem;

import dev.milepost.runtime.time.Ids;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Failures that never reach JAX-RS (documents, meters, too large a body), as problems too. */
@ApplicationScoped
class HttpFailures {
  private static final Logger LOG = Logger.getLogger(HttpFailures.class);
  private static final int BEFORE_ALL_OTHERS = 1_000;

  private final Problems problems;
  private final Ids ids;
  private final long mostBytes;

  HttpFailures(
      Problems problems,
      Ids ids,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
    this.problems = problems;
    this.ids = ids;
    this.mostBytes = mostBytes.asLongValue();
  }

  void refuseLargeBodies(@Observes Filters filters) {
    filters.register(this::refuseLargeBody, BEFORE_ALL_OTHERS);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(-BEFORE_ALL_OTHERS).failureHandler(this::answer);
  }

  /** By its announced length; one without is cut off while it is read. */
  private void refuseLargeBody(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.length() < 19 && Long.parseLong(length) > mostBytes) {
      context.response().putHeader("Connection", "close");
      context.fail(CommonProblem.PAYLOAD_TOO_LARGE.status());
    } else {
      context.next();
    }
  }

  private void answer(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      context.next();
      return;
    }
    CommonProblem type = typeOf(context);
    String correlationId = null;
    if (type == CommonProblem.INTERNAL_ERROR) {
      correlationId = ids.next().toString();
      LOG.errorf(context.failure(), "Request failed, correlation id %s", correlationId);
    }
    if (type == CommonProblem.UNAUTHENTICATED) {
      response.putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    problems.send(response, ProblemException.of(type), Language.of(context), correlationId);
  }

  private static CommonProblem typeOf(RoutingContext context) {
    return switch (context.failure()) {
      case UnauthorizedException withoutToken -> CommonProblem.UNAUTHENTICATED;
      case AuthenticationException badToken -> CommonProblem.UNAUTHENTICATED;
      case ForbiddenException notAllowed -> CommonProblem.FORBIDDEN;
      case null, default ->
          CommonProblem.ofStatus(context.statusCode()).orElse(CommonProblem.INTERNAL_ERROR);
    };
  }
}
