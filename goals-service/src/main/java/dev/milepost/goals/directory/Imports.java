package dev.milepost.goals.directory;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Takes in tables row by row: a bad row does not refuse others. What the good rows make of a
 * participant or team is written and published once, and all of the table together.
 */
@ApplicationScoped
class Imports {
  private final Directory directory;
  private final DirectoryStore store;
  private final Participants participants;
  private final Teams teams;
  private final Problems problems;

  Imports(
      Directory directory,
      DirectoryStore store,
      Participants participants,
      Teams teams,
      Problems problems) {
    this.directory = directory;
    this.store = store;
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
      @Schema(
              description =
                  "What became of the participant or team, by all its rows together; or REFUSED.")
          Change.Status status,
      @Schema(description = "Why it was refused.") @Nullable Problem problem) {}

  @Transactional
  Page<Item> participants(String csv, Cause cause) {
    List<CsvTable.Line> lines = CsvTable.read(csv, CsvTable.ID_AND_NAME, ParticipantRow.COLUMNS);
    store.lock();
    Fold<ParticipantChanged> table = new Fold<>(directory::participant);
    List<Optional<Problem>> refusals =
        each(lines, line -> participants.take(ParticipantRow.of(line), table));
    table.changed().forEach(changed -> store.store(Participants.next(changed), cause));
    return items(lines, refusals, table);
  }

  @Transactional
  Page<Item> teams(String csv, Cause cause) {
    List<CsvTable.Line> lines = CsvTable.read(csv, CsvTable.ID_AND_NAME, TeamRow.COLUMNS);
    store.lock();
    Fold<TeamChanged> table = new Fold<>(directory::team);
    Fold<ParticipantChanged> people = new Fold<>(directory::participant);
    TeamRules rules = new TeamRules(table::find, id -> people.find(id).isPresent());
    List<Optional<Problem>> refusals =
        each(lines, line -> teams.take(TeamRow.of(line), table, rules));
    table.changed().forEach(changed -> store.store(Teams.next(changed), cause));
    return items(lines, refusals, table);
  }

  private List<Optional<Problem>> each(List<CsvTable.Line> lines, Consumer<CsvTable.Line> take) {
    return lines.stream().map(line -> refusal(line, take)).toList();
  }

  private Optional<Problem> refusal(CsvTable.Line line, Consumer<CsvTable.Line> take) {
    try {
      line.requireSound();
      take.accept(line);
      return Optional.empty();
    } catch (ProblemException refused) {
      return Optional.of(problems.describe(refused));
    }
  }

  private static Page<Item> items(
      List<CsvTable.Line> lines, List<Optional<Problem>> refusals, Fold<?> table) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      CsvTable.Line line = lines.get(i);
      Problem refusal = refusals.get(i).orElse(null);
      Change.Status status = refusal == null ? table.status(line.id()) : Change.Status.REFUSED;
      items.add(new Item(line.number(), line.rawId(), status, refusal));
    }
    return new Page<>(items, null);
  }
}
