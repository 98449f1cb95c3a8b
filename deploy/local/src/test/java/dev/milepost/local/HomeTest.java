package dev.milepost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  private static final Instant THEN = Instant.parse("2017-12-31T06:00:00Z");
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-01-01T06:00:00Z"), ZoneOffset.UTC);
  private static final Clock TOMORROW = Clock.offset(TODAY, Duration.ofDays(1));

  @TempDir Path root;

  @Test
  void keepsTheClockOffsetWithTheData() throws IOException {
    Duration first = new Home(root).clockOffset(Optional.of(THEN), TODAY);
    Duration second = new Home(root).clockOffset(Optional.of(THEN), TOMORROW);

    assertThat(TODAY.instant().plus(first)).isEqualTo(THEN);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void namesItselfToWhoeverWantsATokenUnlessItIsTheUsualFolder() throws IOException {
    assertThat(new Home(root.resolve(".milepost")).tokenCommand("rep"))
        .isEqualTo("make -s token AS=rep");
    assertThat(new Home(root).tokenCommand("rep")).isEqualTo("make -s token AS=rep DATA=" + root);
  }

  @Test
  void beginsAnewAfterClearing() throws IOException {
    Home home = new Home(root);
    home.clockOffset(Optional.of(THEN), TODAY);
    Files.writeString(Files.createDirectories(home.data(Part.KAFKA)).resolve("segment"), "data");

    home.clear();

    assertThat(home.data(Part.KAFKA)).doesNotExist();
    assertThat(home.clockOffset(Optional.empty(), TODAY)).isZero();
  }

  @Test
  void clearsNothingThatIsNotItsOwn() throws Exception {
    Home home = new Home(root);
    home.clockOffset(Optional.empty(), TODAY);
    Path foreign = Files.writeString(root.resolve("thesis.txt"), "years of work");

    home.clear();

    assertThat(foreign).exists();
  }

  @Test
  void clearsNothingWhereNoSuiteHasBegun() throws Exception {
    Path foreign = Files.createDirectories(root.resolve("logs"));

    new Home(root).clear();

    assertThat(foreign).exists();
  }

  @Test
  void saysHowToStartWhenNothingRan() {
    assertThatThrownBy(() -> new Home(root).issuer())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("make up");
  }
}
