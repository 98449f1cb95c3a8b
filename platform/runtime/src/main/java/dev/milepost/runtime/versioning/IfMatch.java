package dev.milepost.runtime.versioning;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The version an update was made for; a {@code @BeanParam} of every update.
 *
 * @param header the header as sent: one strong entity tag, such as {@code "7"}
 */
public record IfMatch(
    @Parameter(
            description = "The ETag of the version that the change was made for.",
            required = true,
            example = "\"7\"")
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Nullable String header) {
  private static final Pattern STRONG_TAG = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

  /**
   * The version named.
   *
   * @throws ProblemException 428 without the header, 400 when it is not one strong entity tag, 412
   *     when the tag is none that we ever gave out
   */
  public long required() {
    if (header == null || header.isBlank()) {
      throw ProblemException.of(CommonProblem.VERSION_REQUIRED);
    }
    Matcher tag = STRONG_TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST)
          .parameter(HttpHeaders.IF_MATCH, "entity-tag");
    }
    if (!VERSION.matcher(tag.group(1)).matches()) {
      throw stale();
    }
    return Long.parseLong(tag.group(1));
  }

  /** Refuses with 412 unless the header names {@code current}; call it with the row locked. */
  public void requireMatch(long current) {
    if (required() != current) {
      throw stale();
    }
  }

  private static ProblemException stale() {
    return ProblemException.of(CommonProblem.STALE_VERSION);
  }
}
