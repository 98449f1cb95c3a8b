package dev.milepost.tracking.evaluation;

import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.versioning.IfMatch;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where notes are written and read: one transaction per request. */
@ApplicationScoped
class NoteDesk {
  private static final String NOTES =
      "SELECT n.version, n.text, n.author, n.written_at FROM milestone_note n"
          + " JOIN goal g ON g.no = n.goal_no";

  /** Who writes first wins: the version is unique. */
  private static final String WRITE =
      """
      INSERT INTO milestone_note (goal_no, threshold, cycle, version, text, author, written_at)
      SELECT no, ?, ?, ?, ?, ?, ? FROM goal WHERE goal_id = ?
      ON CONFLICT DO NOTHING
      """;

  private final Sql sql;
  private final EvaluationReads reads;
  private final NoteAccess access;
  private final Caller caller;
  private final Clock clock;

  NoteDesk(Sql sql, EvaluationReads reads, NoteAccess access, Caller caller, Clock clock) {
    this.sql = sql;
    this.reads = reads;
    this.access = access;
    this.caller = caller;
    this.clock = clock;
  }

  /** Writes a note in place of the one that the caller has seen. */
  @Transactional
  EvaluatedMilestone write(MilestoneId id, IfMatch ifMatch, NoteDraft draft) {
    ifMatch.required();
    EvaluatedMilestone found = visible(id);
    if (!access.mayWrite(found.owner())) {
      throw ProblemException.of(CommonProblem.FORBIDDEN);
    }
    ifMatch.requireMatch(found.version());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int written =
        sql.update(
            WRITE,
            id.threshold(),
            id.cycle(),
            found.version() + 1,
            draft.text(),
            caller.principal(),
            now,
            id.goalId());
    if (written == 0) {
      throw ProblemException.of(CommonProblem.STALE_VERSION);
    }
    return visible(id);
  }

  /** All notes that were written on a crossing, the newest first. */
  Page<Note> list(MilestoneId id, PageRequest page) {
    if (!access.mayRead(visible(id).owner())) {
      throw ProblemException.of(CommonProblem.NOT_FOUND);
    }
    Where where =
        new Where()
            .and("g.goal_id = ?", id.goalId())
            .and("n.threshold = ? AND n.cycle = ?", id.threshold(), id.cycle())
            .andIf("n.version < ?", page.position().map(last -> last.number(0)).orElse(null));
    List<Note> rows =
        sql.query(
            where.in(NOTES, "ORDER BY n.version DESC LIMIT ?"),
            row -> EvaluationReads.note(row, "version"),
            where.parameters(page.fetch()));
    return Page.of(rows, page, note -> Cursor.of(note.version()));
  }

  private EvaluatedMilestone visible(MilestoneId id) {
    return reads.find(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
