package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.TrackedGoal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where one goal stands, while its row is locked.
 *
 * <p>Life: an account is opened when its goal is first told, with a mark: the number of the last
 * credit there was. While {@code backfilledTo} is below the mark the account is back-filling; live
 * entries are booked meanwhile. When the back-fill is through, the account is told for the first
 * time, and from then on after every batch that booked something. Grace over, it is closed: its
 * result is told as final, and what is booked from then on goes to {@code late}, beside the result.
 * An account is never reopened.
 *
 * <p>Not thread-safe; lives for one transaction, loaded and saved by {@link Accounts}.
 */
final class Account {
  private final long goalNo;
  private final long backfillMark;
  private long sequence;
  private Tally tally;
  private Tally late;
  private long lateEntries;
  private long backfilledTo;
  private long toldVersion;
  private long toldFrom;
  private long toldSequence;
  private Instant recordedAt;
  private @Nullable Instant closedAt;

  private final Course course;
  private final long lastBefore;
  private final NavigableMap<Instant, BigDecimal> news = new TreeMap<>();

  /** What the entries told of the course in this transaction. */
  private Course learned = Course.UNKNOWN;

  Account(State state) {
    this.goalNo = state.goalNo();
    this.backfillMark = state.backfillMark();
    this.sequence = state.sequence();
    this.tally = state.tally();
    this.late = state.late();
    this.lateEntries = state.lateEntries();
    this.backfilledTo = state.backfilledTo();
    this.toldVersion = state.toldVersion();
    this.toldFrom = state.toldFrom();
    this.toldSequence = state.toldSequence();
    this.recordedAt = state.recordedAt();
    this.closedAt = state.closedAt();
    this.course = state.course();
    this.lastBefore = state.sequence();
  }

  /** An account as it is stored; see the table goal_progress. */
  record State(
      long goalNo,
      long sequence,
      Tally tally,
      Tally late,
      long lateEntries,
      long backfillMark,
      long backfilledTo,
      long toldVersion,
      long toldFrom,
      long toldSequence,
      Instant recordedAt,
      @Nullable Instant closedAt,
      Course course) {

    /** Whether credits that were there before the goal are not all in. */
    boolean isBackfilling() {
      return backfilledTo < backfillMark;
    }

    /** The account as it stood at an earlier moment, when its entries came to these sums. */
    State asOf(Instant moment, Tally tallyThen, Tally lateThen, long lateEntriesThen) {
      return new State(
          goalNo,
          sequence,
          tallyThen,
          lateThen,
          lateEntriesThen,
          backfillMark,
          backfilledTo,
          toldVersion,
          toldFrom,
          toldSequence,
          recordedAt,
          closedAt == null || closedAt.isAfter(moment) ? null : closedAt,
          course);
    }
  }

  State state() {
    return new State(
        goalNo,
        sequence,
        tally,
        late,
        lateEntries,
        backfillMark,
        backfilledTo,
        toldVersion,
        toldFrom,
        toldSequence,
        recordedAt,
        closedAt,
        course.after(news, lastBefore, sequence).orFurther(learned));
  }

  /** Books what arrived: late if it arrived when grace was over, or the goal is closed. */
  Entry book(Line line, Instant now) {
    Instant graceEnd = line.goal().snapshot().graceEnd();
    boolean late = closedAt != null || !line.arrivedAt().isBefore(graceEnd);
    return late
        ? bookLate(line, now)
        : book(line, line.credit().revision() > 0 ? Kind.REVERSAL : Kind.LIVE, now);
  }

  /** Books what was there before the goal was. */
  Entry bookPast(Line line, Instant now) {
    return book(line, Kind.BACKFILL, now);
  }

  private Entry book(Line line, Kind kind, Instant now) {
    if (line.contribution().key() == null) {
      tally = tally.plus(line.contribution());
      news.merge(line.occurredAt(), line.contribution().numerator(), BigDecimal::add);
    }
    return entry(line, kind, now);
  }

  private Entry bookLate(Line line, Instant now) {
    if (line.contribution().key() == null) {
      late = late.plus(line.contribution());
    }
    lateEntries++;
    return entry(line, Kind.TRUE_UP, now);
  }

  /** Keys began or ceased to count; a key counts once, however many entries it has. */
  void keysCounted(int change, int lateChange) {
    tally = tally.plus(Contribution.sum(BigDecimal.valueOf(change)));
    late = late.plus(Contribution.sum(BigDecimal.valueOf(lateChange)));
  }

  private Entry entry(Line line, Kind kind, Instant now) {
    sequence++;
    recordedAt = now;
    return new Entry(sequence, line, kind, now);
  }

  /**
   * When the sum of what occurred first reached a value that it did not reach before this
   * transaction; empty when that is not known without the entries.
   */
  Optional<Instant> crossed(BigDecimal value) {
    return course.crossed(value, news, lastBefore);
  }

  /** From where on the entries are to be read, so that they tell when the value was crossed. */
  Course knownBelow(BigDecimal value) {
    Course known = course.with(news);
    return known.isBelow(value) ? known : Course.UNKNOWN;
  }

  /** The entries were read, those of this transaction included, and tell this of the course. */
  void learn(Course told) {
    learned = learned.orFurther(told);
  }

  /** Credits up to this number are in. */
  void backfilled(long upTo) {
    backfilledTo = upTo;
  }

  long backfilledTo() {
    return backfilledTo;
  }

  long backfillMark() {
    return backfillMark;
  }

  boolean isBackfilling() {
    return backfilledTo < backfillMark;
  }

  /** Whether milestones may still change. */
  boolean isOpen(TrackedGoal goal) {
    return closedAt == null && goal.snapshot().state() != GoalSnapshot.State.CLOSED;
  }

  void close(Instant now) {
    closedAt = now;
  }

  long goalNo() {
    return goalNo;
  }

  long sequence() {
    return sequence;
  }

  /** The progress to tell now; every call makes a new version. */
  ProgressRecorded tell(GoalSnapshot goal, Measured measured) {
    toldVersion++;
    toldFrom = Math.min(toldSequence + 1, sequence);
    toldSequence = sequence;
    return told(goal, measured);
  }

  /** Whether the newest progress that was told can be told again: nothing changed since. */
  boolean isTold() {
    return toldVersion > 0 && toldSequence == sequence && !isBackfilling();
  }

  /** The newest progress that was told, of a goal whose entries fold to the same as then. */
  ProgressRecorded told(GoalSnapshot goal, Measured measured) {
    return new ProgressRecorded(
        goal.goalId(),
        toldVersion,
        goal.current().version(),
        goal.metric().version(),
        toldFrom,
        toldSequence,
        measured.actual(),
        goal.current().target(),
        measured.attainment(),
        closedAt != null,
        measured.restated(),
        recordedAt);
  }
}
