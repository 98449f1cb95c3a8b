package dev.milepost.tracking.progress;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.milestone.Milestones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ledgers of all goals: the one place where entries are made. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ledger {
  private final Accounts accounts;
  private final Entries entries;
  private final Milestones milestones;
  private final Outbox outbox;
  private final ProgressMeters meters;

  Ledger(
      Accounts accounts,
      Entries entries,
      Milestones milestones,
      Outbox outbox,
      ProgressMeters meters) {
    this.accounts = accounts;
    this.entries = entries;
    this.milestones = milestones;
    this.outbox = outbox;
    this.meters = meters;
  }

  /** Books new credits to every goal they count for, and tells of all of it. */
  public void post(List<Credit> credits, Catalogue catalogue, Instant now) {
    List<Line> lines = Line.of(credits, catalogue);
    Map<Long, Account> locked =
        accounts.lock(lines.stream().map(line -> line.goal().no()).distinct().toList());
    List<Entry> booked =
        lines.stream().map(line -> account(locked, line.goal()).book(line, now)).toList();
    insert(booked);
    outbox.append(CreditEvents.of(credits, booked));
    conclude(Touched.by(booked, locked), now);
    accounts.save(locked.values());
  }

  /** Opens the account of a goal that is new. */
  public void open(TrackedGoal goal, Instant now) {
    accounts.open(goal.no(), now);
  }

  /** Holds what a goal now asks for against what is booked. */
  public void revalue(TrackedGoal goal, Instant now) {
    Account account = account(accounts.lock(List.of(goal.no())), goal);
    conclude(List.of(new Touched(goal, account, Instant.MAX, goal.effect())), now);
    accounts.save(List.of(account));
  }

  /**
   * Books credits that were there before the goal was, in the order of their numbers.
   *
   * @param upTo all credits up to this number are in now
   */
  public void postPast(TrackedGoal goal, List<Credit> credits, long upTo, Instant now) {
    Account account = account(accounts.lock(List.of(goal.no())), goal);
    List<Entry> booked =
        Line.of(credits, goal).stream().map(line -> account.bookPast(line, now)).toList();
    insert(booked);
    outbox.append(CreditEvents.again(goal, booked));
    account.backfilled(upTo);
    conclude(List.of(new Touched(goal, account, Instant.MIN, goal.effect())), now);
    accounts.save(List.of(account));
  }

  /** Closes the accounts of goals whose grace is over, and tells their final progress. */
  public void close(List<TrackedGoal> goals, Instant now) {
    Map<Long, Account> locked = accounts.lock(goals.stream().map(TrackedGoal::no).toList());
    List<Touched> closing = new ArrayList<>();
    for (TrackedGoal goal : goals) {
      Account account = account(locked, goal);
      account.close(now);
      closing.add(new Touched(goal, account, Instant.MAX, goal.effect()));
    }
    conclude(closing, now);
    accounts.save(locked.values());
  }

  /** Tells where goals stand, and lets that decide on their milestones. */
  private void conclude(Collection<Touched> touched, Instant now) {
    List<Touched> ready = touched.stream().filter(t -> !t.account().isBackfilling()).toList();
    List<OutgoingEvent> events = new ArrayList<>(ready.stream().map(Touched::progress).toList());
    events.addAll(
        milestones.settle(
            ready.stream()
                .filter(t -> t.account().isOpen(t.goal()))
                .map(Touched::standing)
                .toList(),
            entries,
            now));
    outbox.append(events);
    meters.told(events);
  }

  private void insert(List<Entry> booked) {
    entries.insert(booked);
    meters.booked(booked);
  }

  private static Account account(Map<Long, Account> locked, TrackedGoal goal) {
    return Objects.requireNonNull(locked.get(goal.no()), "every goal has an account");
  }
}
