package dev.milepost.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document, also used inside answers that report per item.
 *
 * @param type {@code urn:milepost:problem:<slug>}, stable
 * @param title what kind of problem it is, in the client's language
 * @param status the HTTP status
 * @param detail what is special about this occurrence, in the client's language
 * @param violations each fault found in the request; empty where none can be named
 * @param correlationId what to quote to the operators; finds the request in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    @Nullable String detail,
    List<Violation> violations,
    @Nullable String correlationId) {

  public Problem {
    violations = List.copyOf(violations);
  }

  /**
   * One fault in the request.
   *
   * @param pointer JSON pointer to the member of the body; absent for a parameter
   * @param parameter name of the path, query or header parameter; absent for the body
   * @param code stable, in kebab case
   * @param message in the client's language
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Violation(
      @Nullable String pointer, @Nullable String parameter, String code, String message) {}
}
