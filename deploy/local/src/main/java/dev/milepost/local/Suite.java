package dev.milepost.local;

import dev.milepost.embedded.TokenSource;
import java.net.URI;

/**
 * Where a running suite is.
 *
 * @param goals address of goals-service, without a path
 * @param tracking address of tracking-service, without a path
 * @param analytics address of analytics-service, without a path
 * @param incentive address of incentive-service, without a path
 * @param bootstrapServers Kafka's, as clients want them
 * @param tokens gives tokens that the services accept
 */
public record Suite(
    URI goals,
    URI tracking,
    URI analytics,
    URI incentive,
    String bootstrapServers,
    TokenSource tokens) {}
