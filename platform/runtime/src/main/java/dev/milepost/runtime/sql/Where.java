package dev.milepost.runtime.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query whose filters are optional. Column names and conditions come from the
 * code, values from outside.
 */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** The column has the value; without a value there is no such condition. */
  public Where equal(String column, @Nullable Object value) {
    return value == null ? this : and(column + " = ?", value);
  }

  /** A condition that always holds, with a value for each of its question marks. */
  public Where and(String condition, @Nullable Object... values) {
    conditions.add("(" + condition + ")");
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** The rows of an owner that the caller may see: everyone's, or those of the ids given. */
  public Where owner(
      boolean everyone,
      String typeColumn,
      String idColumn,
      Collection<String> participants,
      Collection<String> teams) {
    return everyone
        ? this
        : and(
            "%1$s = 'PARTICIPANT' AND %2$s = ANY (?) OR %1$s = 'TEAM' AND %2$s = ANY (?)"
                .formatted(typeColumn, idColumn),
            participants,
            teams);
  }

  /** {@code WHERE …} with a space on both sides; nothing without conditions. */
  public String sql() {
    return conditions.isEmpty()
        ? " "
        : conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", " "));
  }

  /** The values in order, and more after them for the rest of the statement. */
  public @Nullable Object[] parameters(@Nullable Object... more) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }
}
