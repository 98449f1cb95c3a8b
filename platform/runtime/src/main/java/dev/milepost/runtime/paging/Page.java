package dev.milepost.runtime.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the page after; null on the last page
 */
public record Page<T>(
    List<T> items,
    @Schema(nullable = true, description = "The cursor of the page after; null on the last page.")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String next)
    implements HasNext {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts the rows that were fetched to the page that was asked for.
   *
   * @param rows up to {@code request.fetch()} rows
   * @param key the sort key of a row, as the query orders by
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> key) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, key.apply(items.getLast()).encode());
  }

  /** The same page of other things, as when rows become views. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }
}
