package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What entries changed in the number of keys that a goal counts. A key counts once, so that depends
 * on the entries of the same key that were recorded before.
 */
@ApplicationScoped
public class KeyChanges {
  private static final String OF_KEYS =
      """
      SELECT sequence, key, kind = 'TRUE_UP' AS late, numerator, denominator FROM progress_entry
      WHERE goal_no = ? AND key = ANY (?) ORDER BY sequence
      """;

  private final Sql sql;

  KeyChanges(Sql sql) {
    this.sql = sql;
  }

  private record KeyEntry(long sequence, String key, boolean late, int live, int seen) {
    KeyState after(KeyState before) {
      return before.plus(live, seen, late);
    }

    int change(KeyState before, KeyState after) {
      return late ? after.total() - before.total() : after.count() - before.count();
    }
  }

  /** The changes by the entries' sequence; entries without a key are not there. */
  Map<Long, BigDecimal> of(long goalNo, Collection<EntryView> entries) {
    Set<String> keys =
        entries.stream().map(EntryView::key).filter(Objects::nonNull).collect(Collectors.toSet());
    return ofKeys(goalNo, keys);
  }

  /** The changes by all entries of some keys, by the entries' sequence. */
  public Map<Long, BigDecimal> ofKeys(long goalNo, Set<String> keys) {
    return keys.isEmpty() ? Map.of() : changes(entries(goalNo, keys));
  }

  private List<KeyEntry> entries(long goalNo, Set<String> keys) {
    return sql.query(
        OF_KEYS,
        row ->
            new KeyEntry(
                row.number("sequence"),
                row.text("key"),
                row.flag("late"),
                row.integer("numerator"),
                row.integer("denominator")),
        goalNo,
        keys);
  }

  private static Map<Long, BigDecimal> changes(List<KeyEntry> entries) {
    Map<String, KeyState> states = new HashMap<>();
    Map<Long, BigDecimal> changes = new HashMap<>();
    for (KeyEntry entry : entries) {
      KeyState before = states.getOrDefault(entry.key(), KeyState.UNKNOWN);
      KeyState after = entry.after(before);
      states.put(entry.key(), after);
      changes.put(entry.sequence(), BigDecimal.valueOf(entry.change(before, after)));
    }
    return changes;
  }
}
