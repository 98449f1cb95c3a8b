package dev.milepost.goals.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of teams.
 *
 * @param id the team
 * @param name name to show
 * @param parent the team above it in the span; absent: parents stay as they were
 * @param manager its manager in the span; absent: managers stay as they were
 * @param members further members in the span
 * @param span when all this holds
 */
record TeamRow(
    String id,
    String name,
    @Nullable String parent,
    @Nullable String manager,
    List<String> members,
    SpanText span) {
  /** All columns; only the first two are needed. */
  static final List<String> COLUMNS =
      List.of("id", "name", "parent", "manager", "members", "from", "to");

  static TeamRow of(CsvTable.Line line) {
    return new TeamRow(
        line.id(),
        line.needed("name", TeamRequest.LONGEST_NAME),
        line.optional("parent", DatedValue.LONGEST),
        line.optional("manager", DatedValue.LONGEST),
        line.several("members", DatedValue.LONGEST),
        new SpanText(line.optional("from"), line.optional("to")));
  }
}
