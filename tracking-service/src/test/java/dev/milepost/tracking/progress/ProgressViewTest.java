package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest {

  @Test
  void comparesWithWhatIsExpectedAndNotWithWhatIsShown() {
    Duration quarter = Duration.between(World.START, World.END);
    Instant early = World.START.plus(quarter.multipliedBy(9_996).dividedBy(100_000));

    ProgressView view = view("500", early);

    assertThat(view.expected()).isEqualByComparingTo("0.1");
    assertThat(view.status()).isEqualTo(Status.TOO_EARLY);
    assertThat(view.pace()).isNull();
  }

  private static ProgressView view(String actual, Instant now) {
    Tally none = new Tally(BigDecimal.ZERO, BigDecimal.ZERO);
    Account.State account =
        new Account.State(
            1,
            1,
            new Tally(new BigDecimal(actual), BigDecimal.ZERO),
            none,
            0,
            0,
            0,
            1,
            1,
            1,
            now,
            null,
            null);
    Followed followed =
        new Followed(
            World.revenueGoal("g", Owner.participant("p"), "1000"),
            WorkingDays.ASSUMED,
            null,
            account);
    Measured measured = new Valuation(new Levels(null)).of(List.of(followed), now).getFirst();
    return ProgressView.of(followed, null, measured, List.of(), null, now);
  }
}
