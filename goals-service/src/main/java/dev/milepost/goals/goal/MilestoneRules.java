package dev.milepost.goals.goal;

import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What milestones of a goal must be: above zero, each higher than the one before and due no earlier
 * than it, and due inside the period, of which the last instant is its end.
 */
final class MilestoneRules {
  private MilestoneRules() {}

  static List<Finding> findings(List<Milestone> milestones, Period period) {
    List<Finding> findings = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    Instant due = period.start();
    for (int index = 0; index < milestones.size(); index++) {
      Milestone milestone = milestones.get(index);
      String pointer = "/milestones/" + index;
      if (milestone.threshold().compareTo(reached) <= 0) {
        findings.add(Finding.of(pointer + "/threshold", "milestone-not-rising"));
      }
      reached = milestone.threshold();
      Instant dueAt = milestone.dueAt();
      if (isOutside(dueAt, period)) {
        findings.add(Finding.of(pointer + "/dueAt", "milestone-outside-period"));
      } else if (dueAt != null) {
        if (dueAt.isBefore(due)) {
          findings.add(Finding.of(pointer + "/dueAt", "milestone-due-too-early"));
        }
        due = dueAt;
      }
    }
    return findings;
  }

  private static boolean isOutside(@Nullable Instant dueAt, Period period) {
    return dueAt != null && (dueAt.isBefore(period.start()) || dueAt.isAfter(period.end()));
  }
}
