package dev.milepost.tracking.milestone;

import dev.milepost.tracking.catalogue.TrackedGoal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what a goal's value was at an instant, by what is recorded now. */
public interface PastValues {

  /** A goal at an instant. */
  record Moment(TrackedGoal goal, Instant at) {}

  /**
   * The values, in the metric's unit, in the order of the moments: of a flow what occurred before
   * the instant, of a level the window that ends at it. A level without enough sample has none.
   */
  List<Optional<BigDecimal>> at(List<Moment> moments);
}
