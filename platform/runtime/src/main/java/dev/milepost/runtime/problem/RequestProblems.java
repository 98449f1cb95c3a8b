package dev.milepost.runtime.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures of a request before or inside its resource method, as problems. */
class RequestProblems {
  private static final Logger LOG = Logger.getLogger(RequestProblems.class);

  private final Problems problems;

  RequestProblems(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response refused(ProblemException exception) {
    return problems.respond(exception);
  }

  @ServerExceptionMapper
  Response malformed(MismatchedInputException exception) {
    return problems.respond(BodyFaults.describe(exception));
  }

  @ServerExceptionMapper
  Response invalid(ResteasyReactiveViolationException exception) {
    return exception.getConstraintViolations().stream().anyMatch(ValidationFaults::isOfAnswer)
        ? unexpected(exception)
        : problems.respond(ValidationFaults.describe(exception.getConstraintViolations()));
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException exception) {
    return byFramework(exception);
  }

  @ServerExceptionMapper
  Response byFramework(WebApplicationException exception) {
    if (exception.getCause() instanceof ProblemException problem) {
      return problems.respond(problem);
    }
    if (exception.getCause() instanceof JacksonException json) {
      return problems.respond(BodyFaults.describe(json));
    }
    Response answer = exception.getResponse();
    return answer.getStatus() < 400 ? answer : byStatus(answer, exception);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable exception) {
    LOG.error("Request failed", exception);
    return problems.respond(ProblemException.of(CommonProblem.INTERNAL_ERROR));
  }

  private Response byStatus(Response answer, WebApplicationException exception) {
    Optional<CommonProblem> type =
        Arrays.stream(CommonProblem.values())
            .filter(problem -> problem.status() == answer.getStatus())
            .findFirst();
    if (type.isEmpty() && answer.getStatus() >= 500) {
      return unexpected(exception);
    }
    Response.ResponseBuilder problem =
        Response.fromResponse(
            problems.respond(ProblemException.of(type.orElse(CommonProblem.INVALID_REQUEST))));
    Object allow = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? problem.build() : problem.header(HttpHeaders.ALLOW, allow).build();
  }
}
