package dev.milepost.tracking.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.CreditNumbers;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.milestone.Revaluation;
import dev.milepost.tracking.pace.Way;
import dev.milepost.tracking.progress.Booking.Job;
import dev.milepost.tracking.sale.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The ledgers of all goals: the one place where entries are made. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ledger implements Revaluation {
  private final Accounts accounts;
  private final Booking booking;
  private final FirstEver firstEver;
  private final Conclusion conclusion;
  private final Outbox outbox;
  private final Exchange exchange;

  Ledger(
      Accounts accounts,
      Booking booking,
      FirstEver firstEver,
      Conclusion conclusion,
      Outbox outbox,
      Exchange exchange) {
    this.accounts = accounts;
    this.booking = booking;
    this.firstEver = firstEver;
    this.conclusion = conclusion;
    this.outbox = outbox;
    this.exchange = exchange;
  }

  /**
   * Books new credits to every goal they count for, and tells of all of it: of crossings by rows of
   * their own, of credits and progress by one row for all of them, see {@link Retelling}.
   */
  public void post(List<Credit> credits, Catalogue catalogue, Instant now) {
    Amounts amounts = amounts(credits, catalogue);
    post(credits, booking.job(credits, catalogue, amounts), amounts, now);
  }

  /**
   * Books credits that sales are given anew, as {@link #post} does, unless an exchange rate is
   * missing.
   *
   * @return the rates that are missing; then nothing is booked, and the caller rolls back
   */
  public Set<RateKey> postAnew(List<Credit> credits, Catalogue catalogue, Instant now) {
    Amounts amounts = amounts(credits, catalogue);
    Job job = booking.job(credits, catalogue, amounts);
    if (amounts.missing().isEmpty()) {
      post(credits, job, amounts, now);
    }
    return amounts.missing();
  }

  private Amounts amounts(List<Credit> credits, Catalogue catalogue) {
    return exchange.amounts(sales(credits), catalogue.currencies());
  }

  private void post(List<Credit> credits, Job job, Amounts amounts, Instant now) {
    Map<Long, Account> locked = accounts.lock(job.goals());
    exchange.keep(amounts);
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

  @Override
  public void revalue(TrackedGoal goal, Instant now) {
    Map<Long, Account> locked = accounts.lock(List.of(goal.no()));
    // Milestones that were tested on their due dates are held against another bar now.
    Instant earliest = Way.of(goal.snapshot().metric()).isTimed() ? Instant.MIN : Instant.MAX;
    Account account = account(locked, goal);
    conclusion.conclude(List.of(new Touched(goal, account, earliest, goal.effect())), now);
    accounts.save(locked.values());
  }

  /**
   * Books credits that were there before the goal was, in the order of their numbers, unless an
   * exchange rate is missing.
   *
   * @param upTo all credits up to this number are in now
   * @return the rates that are missing; then nothing is booked
   */
  public Set<RateKey> postPast(TrackedGoal goal, List<Credit> credits, long upTo, Instant now) {
    Amounts amounts =
        exchange.amounts(
            sales(credits), MetricCurrency.of(goal.snapshot().metric()).stream().collect(toSet()));
    List<Line> lines = Line.of(credits, goal, amounts);
    if (amounts.missing().isEmpty()) {
      bookPast(goal, lines, amounts, upTo, now);
    }
    return amounts.missing();
  }

  private void bookPast(
      TrackedGoal goal, List<Line> lines, Amounts amounts, long upTo, Instant now) {
    Map<Long, Account> locked = accounts.lock(List.of(goal.no()));
    exchange.keep(amounts);
    Account account = account(locked, goal);
    List<Entry> booked =
        booking.book(new Job(lines, List.of()), locked, (own, line) -> own.bookPast(line, now));
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
        .collect(groupingBy(Entry::goal))
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

  private static List<Sale> sales(List<Credit> credits) {
    return credits.stream().map(Credit::sale).toList();
  }

  private Map<Long, Account> lockGoals(List<TrackedGoal> goals) {
    return accounts.lock(goals.stream().map(TrackedGoal::no).toList());
  }

  private static Account account(Map<Long, Account> locked, TrackedGoal goal) {
    return Objects.requireNonNull(locked.get(goal.no()), "every goal has an account");
  }
}
