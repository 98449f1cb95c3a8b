package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.progress.Account.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The accounts' table. */
@ApplicationScoped
class Accounts {
  private static final String OPEN =
      """
      INSERT INTO goal_progress (goal_no, backfill_mark, backfilled_to, recorded_at)
      SELECT ?, coalesce(max(no), 0), 0, ? FROM credit
      ON CONFLICT (goal_no) DO NOTHING
      """;
  private static final String LOCK =
      "SELECT * FROM goal_progress WHERE goal_no = ANY (?) ORDER BY goal_no FOR UPDATE";
  private static final String SAVE =
      """
      UPDATE goal_progress p
      SET sequence = s.sequence, numerator = s.numerator, denominator = s.denominator,
          late_numerator = s.late_numerator, late_denominator = s.late_denominator,
          late_entries = s.late_entries, backfilled_to = s.backfilled_to,
          told_version = s.told_version, told_from = s.told_from,
          told_sequence = s.told_sequence,
          recorded_at = s.recorded_at, closed_at = s.closed_at,
          course_until = s.course_until, course_height = s.course_height,
          course_peak = s.course_peak, course_sequence = s.course_sequence
      FROM unnest(?::bigint[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[],
                  ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                  ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::numeric[], ?::numeric[],
                  ?::bigint[])
           AS s (goal_no, sequence, numerator, denominator, late_numerator, late_denominator,
                 late_entries, backfilled_to, told_version, told_from, told_sequence, recorded_at,
                 closed_at, course_until, course_height, course_peak, course_sequence)
      WHERE p.goal_no = s.goal_no
      """;

  private final Sql sql;

  Accounts(Sql sql) {
    this.sql = sql;
  }

  /** Opens the account of a new goal; all credits that there are belong to its back-fill. */
  void open(long goalNo, Instant now) {
    sql.update(OPEN, goalNo, now);
  }

  /** The accounts of the goals, locked in the order of their numbers. */
  Map<Long, Account> lock(Collection<Long> goalNos) {
    Map<Long, Account> accounts = new LinkedHashMap<>();
    if (!goalNos.isEmpty()) {
      sql.query(
          LOCK,
          row -> accounts.put(row.number("goal_no"), new Account(state(row))),
          goalNos.stream().mapToLong(no -> no).toArray());
    }
    return accounts;
  }

  void save(Collection<Account> accounts) {
    if (accounts.isEmpty()) {
      return;
    }
    List<State> states = accounts.stream().map(Account::state).toList();
    sql.update(
        SAVE,
        longs(states, State::goalNo),
        longs(states, State::sequence),
        decimals(states, state -> state.tally().numerator()),
        decimals(states, state -> state.tally().denominator()),
        decimals(states, state -> state.late().numerator()),
        decimals(states, state -> state.late().denominator()),
        longs(states, State::lateEntries),
        longs(states, State::backfilledTo),
        longs(states, State::toldVersion),
        longs(states, State::toldFrom),
        longs(states, State::toldSequence),
        states.stream().map(State::recordedAt).toArray(Instant[]::new),
        states.stream().map(State::closedAt).toArray(Instant[]::new),
        states.stream().map(state -> state.course().until()).toArray(Instant[]::new),
        decimals(states, state -> state.course().height()),
        decimals(states, state -> state.course().peak()),
        longs(states, state -> state.course().sequence()));
  }

  private static long[] longs(List<State> states, Function<State, Long> field) {
    return states.stream().mapToLong(field::apply).toArray();
  }

  private static BigDecimal[] decimals(List<State> states, Function<State, BigDecimal> field) {
    return states.stream().map(field).toArray(BigDecimal[]::new);
  }

  static State state(Row row) throws SQLException {
    return new State(
        row.number("goal_no"),
        row.number("sequence"),
        new Tally(row.decimal("numerator"), row.decimal("denominator")),
        new Tally(row.decimal("late_numerator"), row.decimal("late_denominator")),
        row.number("late_entries"),
        row.number("backfill_mark"),
        row.number("backfilled_to"),
        row.number("told_version"),
        row.number("told_from"),
        row.number("told_sequence"),
        row.instant("recorded_at"),
        row.instantOrNull("closed_at"),
        new Course(
            row.instantOrNull("course_until"),
            row.decimal("course_height"),
            row.decimal("course_peak"),
            row.number("course_sequence")));
  }
}
