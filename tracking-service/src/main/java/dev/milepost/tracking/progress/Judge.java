package dev.milepost.tracking.progress;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.PaceChanged;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.Judgement;
import dev.milepost.tracking.pace.Pace;
import dev.milepost.tracking.pace.Way;
import dev.milepost.tracking.progress.Judgements.Judged;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges how goals stand against what is expected of them, and tells when that becomes another.
 * This is done beside the batches and locks no account; what is told of one goal's pace leaves in
 * order because its row of {@code goal_pace} is locked. A goal that is booked to meanwhile is
 * judged again.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Judge {
  /** A fraction of a second's work. */
  private static final int AT_ONCE = 500;

  /** The sale that made the last entry. */
  private static final String CAUSES =
      """
      SELECT e.goal_no, s.source, s.event_id, s.correlation_id
      FROM unnest(?::bigint[], ?::bigint[]) AS last (goal_no, sequence)
      JOIN progress_entry e ON e.goal_no = last.goal_no AND e.sequence = last.sequence
      JOIN credit c ON c.credit_no = e.credit_no AND c.revision = e.revision
      JOIN sales_event s ON s.no = coalesce(c.reversal_no, c.event_no)
      """;

  private final Sql sql;
  private final Judgements judgements;
  private final Valuation valuation;
  private final Outbox outbox;

  Judge(Sql sql, Judgements judgements, Valuation valuation, Outbox outbox) {
    this.sql = sql;
    this.judgements = judgements;
    this.valuation = valuation;
    this.outbox = outbox;
  }

  /** What was told of a goal, and what is so now. */
  private record Verdict(
      TrackedGoal goal, Judged before, Judged after, Measured measured, Pace pace) {

    static Verdict of(TrackedGoal goal, Judged before, Measured measured, Instant now) {
      ExpectedPath path = goal.path();
      Way way = Way.of(goal.snapshot().metric());
      Pace pace = Pace.of(way, measured.attainment(), path.expectedAt(now), before.last());
      Judgement judgement = Judgement.after(before.last(), pace);
      boolean told =
          judgement.isNewsAfter(before.last()) && goal.snapshot().state() != State.CLOSED;
      Instant nextLook = path.nextLook(measured.attainment(), judgement, now).orElse(null);
      return new Verdict(goal, before, before.now(judgement, told, nextLook), measured, pace);
    }

    boolean isTold() {
      return after.changes() > before.changes();
    }

    OutgoingEvent event(Cause cause, Instant now) {
      Judgement judgement = Objects.requireNonNull(after.last());
      GoalSnapshot snapshot = goal.snapshot();
      PaceChanged changed =
          new PaceChanged(
              goal.goalId(),
              snapshot.current().version(),
              snapshot.owner(),
              snapshot.metric().key(),
              snapshot.period().label(),
              after.changes(),
              judgement.previous(),
              judgement.status(),
              measured.actual(),
              measured.attainment(),
              Decimals.shortest(goal.path().expectedAt(now)),
              pace.value(),
              now,
              after.sequence());
      String id = goal.goalId() + ":pace:" + after.changes();
      return new OutgoingEvent(EventType.PACE_CHANGED, goal.goalId(), id, changed, cause);
    }
  }

  /** Goals that are new, or of which something else is expected now, are to be judged. */
  public void follow(Collection<TrackedGoal> goals) {
    judgements.follow(goals.stream().map(TrackedGoal::no).toList());
  }

  /** Whether time alone may have changed some goal's status by now. */
  public boolean isTimeFor(Instant now) {
    return judgements.isTimeFor(now);
  }

  /**
   * Judges goals to which something was booked, and those whose status time has changed; those
   * first that were not judged for longest.
   *
   * @param by everything had arrived by then that is taken in: those whose status time has changed
   *     since wait
   */
  public void judgeDue(Catalogue catalogue, Instant by, Instant now) {
    List<Judged> due = judgements.due(now, by, AT_ONCE);
    Map<Long, TrackedGoal> goals = new HashMap<>();
    due.forEach(
        one ->
            catalogue.goal(one.account().goalNo()).ifPresent(goal -> goals.put(goal.no(), goal)));
    judgements.save(judged(due, goals, now), now);
  }

  /** Judges goals for the last time, because they are about to be closed; their rows are locked. */
  public void judgeLast(Collection<TrackedGoal> closing, Instant now) {
    Map<Long, TrackedGoal> goals = new HashMap<>();
    closing.forEach(goal -> goals.put(goal.no(), goal));
    List<Judged> last = judged(judgements.of(goals.keySet()), goals, now);
    judgements.save(last.stream().map(Judged::closed).toList(), now);
  }

  /** Cancelled goals have no place among the goals, and are not judged any more. */
  private List<Judged> judged(List<Judged> due, Map<Long, TrackedGoal> goals, Instant now) {
    List<Judged> open =
        due.stream().filter(one -> goals.containsKey(one.account().goalNo())).toList();
    List<Measured> measured =
        valuation.of(open.stream().map(one -> followed(one, goals)).toList(), now);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      TrackedGoal goal = Objects.requireNonNull(goals.get(open.get(i).account().goalNo()));
      verdicts.add(Verdict.of(goal, open.get(i), measured.get(i), now));
    }
    tell(verdicts.stream().filter(Verdict::isTold).toList(), now);
    List<Judged> after = new ArrayList<>(verdicts.stream().map(Verdict::after).toList());
    due.stream()
        .filter(one -> !goals.containsKey(one.account().goalNo()))
        .forEach(cancelled -> after.add(cancelled.closed()));
    return after;
  }

  private static Followed followed(Judged judged, Map<Long, TrackedGoal> goals) {
    TrackedGoal goal = Objects.requireNonNull(goals.get(judged.account().goalNo()));
    return Followed.of(goal, judged.account());
  }

  private void tell(List<Verdict> news, Instant now) {
    if (news.isEmpty()) {
      return;
    }
    Map<Long, Cause> sales = causes(news);
    outbox.append(
        news.stream()
            .map(one -> one.event(sales.getOrDefault(one.goal().no(), one.goal().effect()), now))
            .toList());
  }

  /** Where no sale made the difference, but time or a revision, the goal is the cause. */
  private Map<Long, Cause> causes(List<Verdict> news) {
    List<Judged> sold = news.stream().map(Verdict::before).filter(Judged::hasNewEntries).toList();
    Map<Long, Cause> causes = new HashMap<>();
    sql.query(
        CAUSES,
        row ->
            causes.put(
                row.number("goal_no"),
                SalesEvents.effect(
                    new SaleRef(row.text("source"), row.text("event_id")),
                    row.text("correlation_id"))),
        sold.stream().mapToLong(one -> one.account().goalNo()).toArray(),
        sold.stream().mapToLong(one -> one.account().sequence()).toArray());
    return causes;
  }
}
