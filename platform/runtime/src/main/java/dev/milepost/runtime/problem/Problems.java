package dev.milepost.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes problems in the language of the current request. */
@ApplicationScoped
public class Problems {
  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectMapper mapper;
  private final CurrentVertxRequest request;

  Problems(ObjectMapper mapper, CurrentVertxRequest request) {
    this.mapper = mapper;
    this.request = request;
  }

  /** For answers that report per item: the problem as a value, in the caller's language. */
  public Problem describe(ProblemException exception) {
    return describe(exception, Language.of(request.getCurrent()), null);
  }

  /**
   * A text that is no problem but explains something, in the caller's language.
   *
   * @param key its key in {@code messages/problems.properties}
   * @param values by the names of its placeholders
   */
  public String text(String key, Map<String, String> values) {
    return Messages.find(new Text(key, values), Language.of(request.getCurrent())).orElse(key);
  }

  /** As an English reader would see it, for documents. */
  public static Problem example(ProblemException exception) {
    return describe(exception, Language.ENGLISH, null);
  }

  /** The whole answer to the current request. */
  Response.ResponseBuilder respond(ProblemException exception) {
    return respond(exception, null);
  }

  /** The same, with the id that finds the request in the logs. */
  Response.ResponseBuilder respond(ProblemException exception, @Nullable String correlationId) {
    Language language = Language.of(request.getCurrent());
    return Response.status(exception.type().status())
        .type(MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(write(describe(exception, language, correlationId)));
  }

  /** The whole answer to a request that JAX-RS knows nothing of. */
  void send(
      HttpServerResponse response,
      ProblemException exception,
      Language language,
      @Nullable String correlationId) {
    response
        .setStatusCode(exception.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .end(write(describe(exception, language, correlationId)))
        .onFailure(gone -> {});
  }

  private String write(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Problem describe(
      ProblemException exception, Language language, @Nullable String correlationId) {
    ProblemType type = exception.type();
    String title = Messages.find(Text.of(type.slug() + ".title"), language).orElseGet(type::slug);
    return new Problem(
        type.uri(),
        title,
        type.status(),
        Messages.find(exception.detail(), language).orElse(null),
        exception.violations().stream().map(found -> describe(found, language)).toList(),
        correlationId);
  }

  private static Problem.Violation describe(ProblemException.Violation found, Language language) {
    String message = Messages.find(found.message(), language).orElseGet(found::code);
    return new Problem.Violation(found.pointer(), found.parameter(), found.code(), message);
  }
}
