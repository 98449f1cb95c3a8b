/**
 * Where the measured things run and how they are watched: PostgreSQL, Kafka and the packaged
 * tracking-service, each a process of its own; processor time; what the service's tables and topics
 * say. Knows nothing of what is measured.
 */
@NullMarked
package dev.milepost.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
