package dev.milepost.goals.directory;

import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes in tables row by row, each in its own transaction: a bad row does not refuse others. */
@ApplicationScoped
class Imports {
  private final Participants participants;
  private final Teams teams;
  private final Problems problems;

  Imports(Participants participants, Teams teams, Problems problems) {
    this.participants = participants;
    this.teams = teams;
    this.problems = problems;
  }

  /** What became of a row. */
  @Schema(name = "ImportedRow")
  record Item(
      @Schema(description = "Number of the row, from 1, the header not counted.", examples = "1")
          long row,
      @Schema(examples = "darcel-schlecht") @Nullable String id,
      Change.Status status,
      @Schema(description = "Why it was refused.") @Nullable Problem problem) {}

  Page<Item> participants(String csv, Cause cause) {
    return each(
        CsvTable.read(csv, ParticipantRow.COLUMNS),
        line -> participants.merge(ParticipantRow.of(line), cause));
  }

  Page<Item> teams(String csv, Cause cause) {
    return each(CsvTable.read(csv, TeamRow.COLUMNS), line -> teams.merge(TeamRow.of(line), cause));
  }

  private Page<Item> each(List<CsvTable.Line> lines, Function<CsvTable.Line, Change<?>> merge) {
    return new Page<>(lines.stream().map(line -> item(line, merge)).toList(), null);
  }

  private Item item(CsvTable.Line line, Function<CsvTable.Line, Change<?>> merge) {
    try {
      return new Item(line.number(), line.rawId(), merge.apply(line).status(), null);
    } catch (ProblemException refused) {
      return new Item(
          line.number(), line.rawId(), Change.Status.REFUSED, problems.describe(refused));
    }
  }
}
