package dev.milepost.tracking.progress;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.CreditNumbers;
import dev.milepost.tracking.progress.Booking.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The ledgers of all goals: the one place where entries are made. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ledger {
  private final Accounts accounts;
  private final Booking booking;
  private final FirstEver firstEver;
  private final Conclusion conclusion;
  private final Outbox outbox;

  Ledger(
      Accounts accounts,
      Booking booking,
      FirstEver firstEver,
      Conclusion conclusion,
      Outbox outbox) {
    this.accounts = accounts;
    this.booking = booking;
    this.firstEver = firstEver;
    this.conclusion = conclusion;
    this.outbox = outbox;
  }

  /**
   * Books new credits to every goal they count for, and tells of all of it: of crossings by rows of
   * their own, of credits and progress by one row for all of them, see {@link Retelling}.
   */
  public void post(List<Credit> credits, Catalogue catalogue, Instant now) {
    Job job = booking.job(credits, catalogue);
    Map<Long, Account> locked = accounts.lock(job.goals());
    List<Entry> booked = booking.book(job, locked, (account, line) -> account.book(line, now));
    List<OutgoingEvent> told = new ArrayList<>(CreditEvents.of(credits, booked));
    told.addAll(conclusion.concludeBatch(Touched.by(booked, locked), now));
    outbox.defer(CreditNumbers.of(credits).toString(), told);
    accounts.save(locked.values());
  }

  /** Opens the account of a goal that is new. */
  public void open(TrackedGoal goal, Instant now) {
    accounts.open(goal.no(), now);
    if (goal.measure().isFirstEver()) {
      firstEver.register(goal.measure().metric());
    }
  }

  /** Holds what a goal now asks for against what is booked. */
  public void revalue(TrackedGoal goal, Instant now) {
    Map<Long, Account> locked = accounts.lock(List.of(goal.no()));
    conclusion.conclude(untouched(List.of(goal), locked), now);
    accounts.save(locked.values());
  }

  /**
   * Books credits that were there before the goal was, in the order of their numbers.
   *
   * @param upTo all credits up to this number are in now
   */
  public void postPast(TrackedGoal goal, List<Credit> credits, long upTo, Instant now) {
    Map<Long, Account> locked = accounts.lock(List.of(goal.no()));
    Account account = account(locked, goal);
    List<Entry> booked =
        booking.book(
            new Job(Line.of(credits, goal), List.of()),
            locked,
            (own, line) -> own.bookPast(line, now));
    outbox.append(CreditEvents.again(goal, booked));
    account.backfilled(upTo);
    conclusion.conclude(List.of(new Touched(goal, account, Instant.MIN, goal.effect())), now);
    accounts.save(locked.values());
  }

  /**
   * Takes in when keys were seen in credits that were there before a metric asked. The goals on it
   * are back-filled after that, so none of them is told yet.
   *
   * @param upTo all credits up to this number are in now
   */
  public void sightPast(FirstEverMetric metric, List<Credit> credits, long upTo, Instant now) {
    Job job = new Job(List.of(), booking.news(credits, List.of(metric)));
    Map<Long, Account> locked = accounts.lock(job.goals());
    List<Entry> booked = booking.book(job, locked, (account, line) -> account.bookPast(line, now));
    booked.stream()
        .collect(Collectors.groupingBy(Entry::goal))
        .forEach((goal, entries) -> outbox.append(CreditEvents.again(goal, entries)));
    firstEver.backfilled(metric.measure().metric(), upTo);
    accounts.save(locked.values());
  }

  /**
   * Looks at goals that time alone may have changed: tests their milestones that are due, and tells
   * where they stand if that is not what was told of them last.
   */
  public void look(List<TrackedGoal> goals, Instant now) {
    Map<Long, Account> locked = lockGoals(goals);
    conclusion.look(untouched(goals, locked), now);
    accounts.save(locked.values());
  }

  /** Closes the accounts of goals whose grace is over, and tells their final progress. */
  public void close(List<TrackedGoal> goals, Instant now) {
    Map<Long, Account> locked = lockGoals(goals);
    conclusion.close(untouched(goals, locked), now);
    accounts.save(locked.values());
  }

  private static List<Touched> untouched(Collection<TrackedGoal> goals, Map<Long, Account> locked) {
    return goals.stream()
        .map(goal -> new Touched(goal, account(locked, goal), Instant.MAX, goal.effect()))
        .toList();
  }

  private Map<Long, Account> lockGoals(List<TrackedGoal> goals) {
    return accounts.lock(goals.stream().map(TrackedGoal::no).toList());
  }

  private static Account account(Map<Long, Account> locked, TrackedGoal goal) {
    return Objects.requireNonNull(locked.get(goal.no()), "every goal has an account");
  }
}
