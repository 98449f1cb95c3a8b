package dev.milepost.goals.goal;

import dev.milepost.runtime.versioning.IfMatch;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The version of a goal that somebody decides about; a {@code @BeanParam} of every decision.
 *
 * @param header the header as sent: one strong entity tag, such as {@code "7"}; absent: the goal is
 *     decided about as it stands
 */
record SeenVersion(
    @Parameter(
            description =
                "The ETag of the version that the decision is about. Default: the version that there"
                    + " is.",
            example = "\"7\"")
        @HeaderParam(HttpHeaders.IF_MATCH)
        @Nullable String header) {

  /** Whatever version there is. */
  static final SeenVersion ANY = new SeenVersion(null);

  /** Refuses with 412 if a version was named that the goal, which is locked, no longer has. */
  void check(Goal goal) {
    if (header != null) {
      new IfMatch(header).requireMatch(goal.version());
    }
  }
}
