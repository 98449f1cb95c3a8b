package dev.milepost.tracking.credit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When sales are credited anew. */
@ConfigMapping(prefix = "milepost.re-crediting")
interface ReCreditConfig {

  /**
   * How long a change of memberships waits for others that belong to it: that somebody moves is
   * told of two teams, and in between the sales would belong to neither.
   */
  @WithDefault("PT3S")
  Duration membershipDelay();
}
