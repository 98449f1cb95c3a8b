package dev.milepost.runtime.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a token tells who is calling. Where it tells the roles is OIDC's own configuration. */
@ConfigMapping(prefix = "milepost.access")
interface AccessConfig {

  /** The claim that holds the participant id of the person, if the person is a participant. */
  @WithDefault("participant_id")
  String participantClaim();
}
