package dev.milepost.goals.goal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What goals are given when they do not say otherwise. */
@ConfigMapping(prefix = "milepost.goals")
interface GoalConfig {

  /** Days after a period during which late facts still count. */
  @WithDefault("5")
  int graceDays();

  /** How long an owner is asked alone, before the next manager up may decide as well. */
  @WithDefault("P5D")
  Duration acceptanceTime();

  /** How often is looked for approved goals whose period has begun. */
  @WithDefault("1s")
  Duration activationEvery();

  /**
   * How many approved goals are looked up at a time; each becomes active in its own transaction.
   */
  @WithDefault("100")
  int activationBatch();
}
