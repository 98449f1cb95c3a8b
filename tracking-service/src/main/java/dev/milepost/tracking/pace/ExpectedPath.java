package dev.milepost.tracking.pace;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal should be at each moment, if it follows its profile.
 *
 * <p>The way begins at 0, that of a level or of a shrinking flow at its baseline. The first version
 * of a goal asks for {@code start + share(t) × (target − start)} at {@code t}. A revision does not
 * ask for the past again: from its effective date on, what was asked for by then moves along the
 * rest of the profile to the new target. A version that had no effect before a later one had asks
 * for nothing.
 */
public final class ExpectedPath {
  private static final int SCALE = 10;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Way way;
  private final List<Version> versions;
  private final DayProfile profile;

  private ExpectedPath(Way way, List<Version> versions, DayProfile profile) {
    this.way = way;
    this.versions = versions;
    this.profile = profile;
  }

  /**
   * The path of a goal of any version.
   *
   * @param days the days on which its owner works
   * @param season how the owner's way went on in the past; null when nobody knows
   */
  public static ExpectedPath of(
      GoalSnapshot goal, WorkingDays days, @Nullable SeasonalCurve season) {
    return new ExpectedPath(
        Way.of(goal.metric()),
        effective(goal.versions()),
        DayProfile.of(goal.profile(), goal.period(), ZoneId.of(goal.zone()), days, season));
  }

  /** Those that take effect before every later one does. */
  private static List<Version> effective(List<Version> versions) {
    Deque<Version> effective = new ArrayDeque<>();
    for (Version version : versions.reversed()) {
      Version next = effective.peekFirst();
      if (next == null || version.effectiveFrom().isBefore(next.effectiveFrom())) {
        effective.addFirst(version);
      }
    }
    return List.copyOf(effective);
  }

  /** Expected attainment of the target in force: 0 before the period, 1 after it. */
  public BigDecimal expectedAt(Instant instant) {
    Version inForce = versions.getLast();
    BigDecimal start = start(inForce);
    return plannedAt(instant)
        .subtract(start)
        .divide(inForce.target().subtract(start), SCALE, RoundingMode.HALF_EVEN);
  }

  /** The share of the period's profile that has passed: 0 before the period, 1 after it. */
  public BigDecimal elapsedAt(Instant instant) {
    return profile.shareAt(instant);
  }

  /** The first end of a day of the period after the instant; none when the period is over. */
  public Optional<Instant> nextDayEnd(Instant instant) {
    return profile.dayEnds().stream().filter(end -> end.isAfter(instant)).findFirst();
  }

  /**
   * When to look at a goal again if its attainment stays as it is: of a growing flow the second at
   * which the status changes because more is expected by then, of others the end of the day. None
   * when the period is over, or nothing changes until then.
   *
   * @param told the goal's status by now
   */
  public Optional<Instant> nextLook(
      @Nullable BigDecimal attainment, Judgement told, Instant instant) {
    // A later version may ask for less than was asked for by then: the path could fall.
    return way == Way.GROWING_FLOW && versions.size() == 1
        ? first(
            expected -> Pace.of(way, attainment, expected, told).status() != told.status(), instant)
        : nextDayEnd(instant);
  }

  /** To the second; the condition must hold on once it holds. */
  private Optional<Instant> first(Predicate<BigDecimal> condition, Instant after) {
    Instant end = profile.dayEnds().getLast();
    if (!after.isBefore(end) || !condition.test(expectedAt(end))) {
      return Optional.empty();
    }
    Instant before = after;
    Instant found = end;
    while (Duration.between(before, found).compareTo(SECOND) > 0) {
      Instant middle = before.plus(Duration.between(before, found).dividedBy(2));
      if (condition.test(expectedAt(middle))) {
        found = middle;
      } else {
        before = middle;
      }
    }
    return Optional.of(found);
  }

  /**
   * When a threshold of the target in force should be reached: the end of the first day on which
   * expected attainment is there, of a revision the first after it took effect, since it does not
   * ask for the past again. Reached before that instant is in time. Thresholds above 1 are due at
   * the period's end.
   */
  public Instant dueAt(BigDecimal threshold) {
    List<Instant> ends = profile.dayEnds();
    Instant effectiveFrom = versions.getLast().effectiveFrom();
    return ends.stream()
        .filter(end -> end.isAfter(effectiveFrom))
        .filter(end -> expectedAt(end).compareTo(threshold) >= 0)
        .findFirst()
        .orElse(ends.getLast());
  }

  /**
   * The same of one that was due by another version: what was due before this one took effect, and
   * is asked for by then all the same, stays due when it was.
   */
  public Instant dueAt(BigDecimal threshold, Instant before) {
    Instant effectiveFrom = versions.getLast().effectiveFrom();
    boolean was = !before.isAfter(effectiveFrom);
    return was && expectedAt(effectiveFrom).compareTo(threshold) >= 0 ? before : dueAt(threshold);
  }

  /** What is asked for by the instant, in the metric's unit. */
  private BigDecimal plannedAt(Instant instant) {
    BigDecimal share = profile.shareAt(instant);
    BigDecimal base = start(versions.getFirst());
    BigDecimal baseShare = BigDecimal.ZERO;
    BigDecimal target = versions.getFirst().target();
    for (Version version : versions.subList(1, versions.size())) {
      if (version.effectiveFrom().isAfter(instant)) {
        break;
      }
      BigDecimal newShare = profile.shareAt(version.effectiveFrom());
      base = between(base, baseShare, target, newShare);
      baseShare = newShare;
      target = version.target();
    }
    return between(base, baseShare, target, share);
  }

  private BigDecimal start(Version version) {
    BigDecimal baseline = version.baseline();
    return way.needsBaseline() && baseline != null ? baseline : BigDecimal.ZERO;
  }

  /** The point at {@code share} on the straight line from (baseShare, base) to (1, target). */
  private static BigDecimal between(
      BigDecimal base, BigDecimal baseShare, BigDecimal target, BigDecimal share) {
    BigDecimal rest = BigDecimal.ONE.subtract(baseShare);
    if (rest.signum() == 0) {
      return target;
    }
    BigDecimal way = share.subtract(baseShare).multiply(target.subtract(base));
    return base.add(way.divide(rest, SCALE, RoundingMode.HALF_EVEN));
  }
}
