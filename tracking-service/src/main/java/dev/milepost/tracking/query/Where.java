package dev.milepost.tracking.query;

import dev.milepost.runtime.access.VisibleOwners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, with their parameters in order. */
public final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Adds a condition with a {@code ?} per value. */
  public Where and(String condition, @Nullable Object... values) {
    conditions.add("(" + condition + ")");
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** Adds a condition with one {@code ?}, if there is a value for it. */
  public Where andIf(String condition, @Nullable Object value) {
    return value == null ? this : and(condition, value);
  }

  /** Only rows whose owner is visible. */
  public Where visible(VisibleOwners owners, String ownerType, String ownerId) {
    return owners.all()
        ? this
        : and(
            "%1$s = 'PARTICIPANT' AND %2$s = ANY (?) OR %1$s = 'TEAM' AND %2$s = ANY (?)"
                .formatted(ownerType, ownerId),
            owners.participantIds(),
            owners.teamIds());
  }

  /** Only rows of visible participants. */
  public Where visible(VisibleOwners owners, String participantId) {
    return owners.all() ? this : and(participantId + " = ANY (?)", owners.participantIds());
  }

  /** Completes a statement that ends where its WHERE belongs. */
  public String in(String statement, String end) {
    return conditions.isEmpty()
        ? statement + " " + end
        : statement + " WHERE " + String.join(" AND ", conditions) + " " + end;
  }

  /** The parameters of the conditions and those of the statement's end. */
  public @Nullable Object[] parameters(Object... ofEnd) {
    return Stream.concat(parameters.stream(), Arrays.stream(ofEnd)).toArray();
  }
}
