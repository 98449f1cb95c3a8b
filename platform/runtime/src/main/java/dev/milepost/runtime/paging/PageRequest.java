package dev.milepost.runtime.paging;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client asks for; a {@code @BeanParam} of every list.
 *
 * @param limit how many items at most, 1 to 500
 * @param cursor the {@code next} of the page before; none for the first page
 */
public record PageRequest(
    @Parameter(description = "How many items at most, 1 to 500.")
        @QueryParam(LIMIT)
        @DefaultValue("50")
        int limit,
    @Parameter(description = "The `next` of the page before; leave it out for the first page.")
        @QueryParam(CURSOR)
        @Nullable String cursor) {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  private static final int MOST = 500;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(LIMIT, "page-size", MOST);
    }
  }

  /** How many rows to fetch: one more than wanted tells whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  /** The sort key to go on after; empty on the first page. */
  public Optional<Cursor> position() {
    return Optional.ofNullable(cursor).filter(text -> !text.isEmpty()).map(Cursor::decode);
  }
}
