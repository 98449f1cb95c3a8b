package dev.milepost.tracking.sale;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is accepted as a sales event, and who sells when nobody does. */
@ConfigMapping(prefix = "milepost.sales")
public interface SaleConfig {

  /** How far ahead of our clock an event may say that it happened; beyond, it is quarantined. */
  @WithDefault("PT24H")
  Duration futureTolerance();

  /** The participant that is credited for events without a seller. */
  @WithDefault("house")
  String houseAccount();

  /** How many events one HTTP batch may hold. */
  @WithDefault("1000")
  int largestBatch();
}
