package dev.milepost.runtime.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.milepost.runtime.event.RequestCause;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures of a request before or inside its resource method, as problems. */
class RequestProblems {
  private static final Logger LOG = Logger.getLogger(RequestProblems.class);

  private final Problems problems;
  private final RequestCause cause;

  RequestProblems(Problems problems, RequestCause cause) {
    this.problems = problems;
    this.cause = cause;
  }

  @ServerExceptionMapper
  Response refused(ProblemException exception) {
    return problems.respond(exception).build();
  }

  @ServerExceptionMapper
  Response malformed(MismatchedInputException exception) {
    return refused(BodyFaults.describe(exception));
  }

  /** Nested too deeply, or too long a number or name. */
  @ServerExceptionMapper
  Response excessive(StreamConstraintsException exception) {
    return refused(BodyFaults.describe(exception));
  }

  @ServerExceptionMapper
  Response notText(CharConversionException exception) {
    return refused(
        ProblemException.of(CommonProblem.MALFORMED_BODY)
            .violation("", "not-json")
            .causedBy(exception));
  }

  @ServerExceptionMapper
  Response invalid(ResteasyReactiveViolationException exception) {
    return exception.getConstraintViolations().stream().anyMatch(ValidationFaults::isOfAnswer)
        ? unexpected(exception)
        : refused(ValidationFaults.describe(exception.getConstraintViolations()));
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException exception) {
    return byFramework(exception);
  }

  @ServerExceptionMapper
  Response byFramework(WebApplicationException exception) {
    return switch (exception.getCause()) {
      case ProblemException problem -> refused(problem);
      case JacksonException json -> refused(BodyFaults.describe(json));
      case null, default -> byStatus(exception);
    };
  }

  @ServerExceptionMapper
  Response unexpected(Throwable exception) {
    CommonProblem type = DatabaseFaults.typeOf(exception);
    if (type.status() < 500) {
      return refused(ProblemException.of(type).causedBy(exception));
    }
    String correlationId = cause.current().correlationId();
    LOG.errorf(exception, "Request failed, correlation id %s", correlationId);
    return problems.respond(ProblemException.of(type), correlationId).build();
  }

  private Response byStatus(WebApplicationException exception) {
    Response answer = exception.getResponse();
    if (answer.getStatus() < 400) {
      return answer;
    }
    if (answer.getStatus() >= 500) {
      return unexpected(exception);
    }
    CommonProblem type =
        CommonProblem.ofStatus(answer.getStatus()).orElse(CommonProblem.INVALID_REQUEST);
    return refused(ProblemException.of(type));
  }
}
