package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Finds the credits that a goal may count, though they were recorded before it was known. */
@ApplicationScoped
public class PastCredits {
  private static final int SIZE = 1_000;

  /**
   * How many numbers are looked through at once for a team, whose credits no index finds. A
   * participant's are found by theirs.
   */
  private static final long SPAN = 20_000;

  private final Sql sql;

  PastCredits(Sql sql) {
    this.sql = sql;
  }

  /**
   * Candidates of a goal. Whether they count is for the goal to say: the database keeps times only
   * to the microsecond.
   *
   * @param credits in the order of their numbers
   * @param upTo there are no others up to this number
   */
  public record Chunk(List<Credit> credits, long upTo) {}

  /** The next of the goal's candidates with numbers in {@code (after, mark]}. */
  public Chunk of(TrackedGoal goal, long after, long mark) {
    boolean ofParticipant = goal.snapshot().owner().type() == Owner.Type.PARTICIPANT;
    long end = ofParticipant ? mark : Math.min(after + SPAN, mark);
    List<Credit> found = find(goal, ofParticipant, after, end);
    return new Chunk(found, found.size() < SIZE ? end : found.getLast().no());
  }

  /** The next credits of everybody with numbers in {@code (after, mark]}. */
  public Chunk ofEverybody(long after, long mark) {
    List<Credit> found =
        sql.query(
            CreditReads.CREDITS + "WHERE c.no > ? AND c.no <= ? ORDER BY c.no LIMIT ?",
            CreditReads::credit,
            after,
            mark,
            SIZE);
    return new Chunk(found, found.size() < SIZE ? mark : found.getLast().no());
  }

  /**
   * What was made of credits after the mark without being booked to the goal. While a goal waits
   * for an exchange rate nobody can book what is taken back of a credit that it does not have yet.
   *
   * @param goalNo our number of the goal
   */
  public List<Credit> unbookedSince(long goalNo, List<Credit> credits, long mark) {
    Where where =
        new Where()
            .and(
                "c.credit_no = ANY (?)",
                (Object) credits.stream().mapToLong(Credit::creditNo).distinct().toArray())
            .and("c.no > ?", mark)
            .and(
                """
                NOT EXISTS (SELECT FROM progress_entry e WHERE e.credit_no = c.credit_no
                            AND e.revision = c.revision AND e.goal_no = ?)
                """,
                goalNo);
    return sql.query(
        where.in(CreditReads.CREDITS, "ORDER BY c.no"), CreditReads::credit, where.parameters());
  }

  private List<Credit> find(TrackedGoal goal, boolean ofParticipant, long after, long end) {
    Where where =
        new Where()
            .and("c.no > ? AND c.no <= ?", after, end)
            .and(
                "c.type = ANY (?)",
                goal.snapshot().creditTypes().stream().map(CreditType::name).toList());
    candidates(where, goal, ofParticipant);
    return sql.query(
        where.in(CreditReads.CREDITS, "ORDER BY c.no LIMIT ?"),
        CreditReads::credit,
        where.parameters(SIZE));
  }

  /** By the time and the teams of the sale, and for metrics that ask so those of its original. */
  private static void candidates(Where where, TrackedGoal goal, boolean ofParticipant) {
    Instant start = goal.span().start();
    Instant end = goal.span().end();
    String owner = goal.snapshot().owner().id();
    String own =
        "c.occurred_at >= ? AND c.occurred_at <= ? AND "
            + (ofParticipant ? "c.participant_id = ?" : "? = ANY (c.teams)");
    if (goal.returns() == Returns.OWN_DATE) {
      where.and(own, start, end, owner);
    } else {
      String original =
          "k.occurred_at >= ? AND k.occurred_at <= ? AND "
              + (ofParticipant ? "c.participant_id = ?" : "? = ANY (k.teams)");
      where.and(own + " OR " + original, start, end, owner, start, end, owner);
    }
  }
}
