package dev.milepost.goals.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  private static final String MEMBER_SEPARATOR = ";";

  static TeamRow of(CsvTable.Line line) {
    return new TeamRow(
        line.id(),
        line.needed("name"),
        line.optional("parent"),
        line.optional("manager"),
        members(line.optional("members")),
        new SpanText(line.optional("from"), line.optional("to")));
  }

  private static List<String> members(@Nullable String text) {
    return Optional.ofNullable(text).stream()
        .flatMap(list -> Arrays.stream(list.split(MEMBER_SEPARATOR)))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }
}
