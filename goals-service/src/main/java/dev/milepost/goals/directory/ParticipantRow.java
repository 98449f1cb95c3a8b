package dev.milepost.goals.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of participants.
 *
 * @param id the participant
 * @param name name to show
 * @param role the role that it has in the span; absent: roles stay as they were
 * @param span when it has the role
 * @param active whether the person is still in the organisation; absent: as it was
 */
record ParticipantRow(
    String id, String name, @Nullable String role, SpanText span, @Nullable Boolean active) {
  /** All columns; only the first two are needed. */
  static final List<String> COLUMNS = List.of("id", "name", "role", "from", "to", "active");

  static ParticipantRow of(CsvTable.Line line) {
    return new ParticipantRow(
        line.id(),
        line.needed("name", ParticipantRequest.LONGEST_NAME),
        line.optional("role", DatedValue.LONGEST),
        new SpanText(line.optional("from"), line.optional("to")),
        line.flag("active"));
  }
}
