package dev.milepost.tracking.evaluation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one crossing of a milestone: {@code <goal>:<threshold>:<cycle>}.
 *
 * @param goalId the goal
 * @param threshold attainment to reach
 * @param cycle which crossing of it, from 1 on
 */
record MilestoneId(String goalId, BigDecimal threshold, int cycle) {
  private static final Pattern FORM =
      Pattern.compile("(?<goal>.+):(?<threshold>\\d{1,9}(\\.\\d{1,18})?):(?<cycle>[1-9]\\d{0,8})");

  static Optional<MilestoneId> parse(String id) {
    Matcher parts = FORM.matcher(id);
    return parts.matches()
        ? Optional.of(
            new MilestoneId(
                parts.group("goal"),
                new BigDecimal(parts.group("threshold")),
                Integer.parseInt(parts.group("cycle"))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return goalId + ":" + threshold.stripTrailingZeros().toPlainString() + ":" + cycle;
  }
}
