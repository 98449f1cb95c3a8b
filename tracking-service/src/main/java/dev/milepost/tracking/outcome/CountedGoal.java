package dev.milepost.tracking.outcome;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.progress.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A goal that counted an event, and by which lines of its ledger.
 *
 * @param goalId the goal
 * @param owner whose goal it is
 * @param metric key of its metric
 * @param metricVersion version of the metric
 * @param period label of its period
 * @param lines the lines, in the order of booking; what was taken back is a line too
 */
public record CountedGoal(
    String goalId, Owner owner, String metric, int metricVersion, String period, List<Line> lines) {

  /**
   * One line of the goal's ledger.
   *
   * @param sequence its number among the goal's, from 1
   * @param kind how it came about
   * @param creditId the credit
   * @param revision revision of the credit: 0, or counting up with everything taken back
   * @param participantId who is credited
   * @param delta what it adds to the goal, in the metric's unit; 0 where the key counts already
   * @param recordedAt when it was booked
   */
  public record Line(
      long sequence,
      Kind kind,
      String creditId,
      int revision,
      String participantId,
      BigDecimal delta,
      Instant recordedAt) {
    Line adding(BigDecimal change) {
      return new Line(sequence, kind, creditId, revision, participantId, change, recordedAt);
    }
  }

  /** The goals of these lines, in the lines' order. */
  static List<CountedGoal> of(List<OutcomeRows.Line> lines) {
    Map<GoalSnapshot, List<Line>> byGoal =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    OutcomeRows.Line::goal,
                    LinkedHashMap::new,
                    Collectors.mapping(OutcomeRows.Line::line, Collectors.toList())));
    return byGoal.entrySet().stream().map(goal -> of(goal.getKey(), goal.getValue())).toList();
  }

  private static CountedGoal of(GoalSnapshot goal, List<Line> lines) {
    return new CountedGoal(
        goal.goalId(),
        goal.owner(),
        goal.metric().key(),
        goal.metric().version(),
        goal.period().label(),
        lines);
  }
}
