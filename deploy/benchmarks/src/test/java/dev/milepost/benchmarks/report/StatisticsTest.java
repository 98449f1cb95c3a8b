package dev.milepost.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void takesTheMiddleOfAnOddNumberOfFigures() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4.0);
  }

  @Test
  void takesTheMeanOfTheTwoMiddleFigures() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 5.0))).isEqualTo(4.5);
  }

  @Test
  void hasNoMedianOfNothing() {
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsTheFigureThatAShareIsNotAbove() {
    double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

    assertThat(Statistics.percentile(hundred, 0.5)).isEqualTo(50);
    assertThat(Statistics.percentile(hundred, 0.99)).isEqualTo(99);
    assertThat(Statistics.percentile(hundred, 1)).isEqualTo(100);
    assertThat(hundred[0]).as("the figures stay in their order").isEqualTo(100);
  }

  @Test
  void findsTheOnlyFigure() {
    assertThat(Statistics.percentile(new double[] {7}, 0.01)).isEqualTo(7);
  }

  @Test
  void refusesWhatIsNoShare() {
    assertThatThrownBy(() -> Statistics.percentile(new double[] {7}, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Statistics.percentile(new double[] {7}, 99))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dividesTheGreatestFigureByTheLeast() {
    assertThat(Statistics.spread(List.of(5.0, 6.0, 4.0))).isEqualTo(1.5);
  }
}
