package dev.milepost.runtime.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a deployment decides about the HTTP side. */
@ConfigMapping(prefix = "milepost.http")
interface HttpConfig {
  /**
   * Whether the API document, its browser and the meters are open to everyone. For use on one's own
   * machine; otherwise they need a token as all else does. Refused in production.
   */
  @WithDefault("false")
  boolean openDocs();
}
