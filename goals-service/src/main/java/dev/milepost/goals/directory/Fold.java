package dev.milepost.goals.directory;

import dev.milepost.goals.directory.Change.Status;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the rows of a table make of participants or teams. Each row comes on top of the rows before
 * it and nothing is written on the way, so what several rows say of one id is one change: importing
 * the table again changes nothing, and nobody is told of a state between two rows.
 */
final class Fold<T> {
  private final Function<String, Optional<T>> stored;
  private final Map<String, Optional<T>> before = new HashMap<>();
  private final Map<String, T> after = new LinkedHashMap<>();

  /** Begins with what is stored, which must not change meanwhile. */
  Fold(Function<String, Optional<T>> stored) {
    this.stored = stored;
  }

  /** As it stands after the rows so far. */
  Optional<T> find(String id) {
    return Optional.ofNullable(after.get(id)).or(() -> before(id));
  }

  /** Takes over what a row makes of it. */
  void put(String id, T folded) {
    after.put(id, folded);
  }

  /** What becomes of it by all rows together. */
  Status status(String id) {
    Optional<T> old = before(id);
    if (old.isEmpty()) {
      return Status.CREATED;
    }
    return old.equals(find(id)) ? Status.UNCHANGED : Status.UPDATED;
  }

  /** What has to be written, in the order in which the table first names it. */
  List<T> changed() {
    return after.entrySet().stream()
        .filter(entry -> status(entry.getKey()) != Status.UNCHANGED)
        .map(Map.Entry::getValue)
        .toList();
  }

  private Optional<T> before(String id) {
    return before.computeIfAbsent(id, stored);
  }
}
