package dev.milepost.runtime.http;

import dev.milepost.runtime.event.RequestCause;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every request one id: in each log line it leads to, in the events it causes, and in the
 * answer's {@code Correlation-Id}.
 */
class CorrelationFilter {
  static final String HEADER = "Correlation-Id";
  static final String LOG_KEY = "correlationId";

  private final RequestCause cause;

  CorrelationFilter(RequestCause cause) {
    this.cause = cause;
  }

  @ServerRequestFilter(preMatching = true)
  void mark(ContainerRequestContext request) {
    MDC.put(LOG_KEY, cause.current().correlationId());
  }

  @ServerResponseFilter
  void tell(ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, cause.current().correlationId());
  }
}
