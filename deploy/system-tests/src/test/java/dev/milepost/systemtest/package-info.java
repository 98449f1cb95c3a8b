/**
 * The whole suite as users and operators meet it: the launcher's real processes, the demo's real
 * data, plain clients of Kafka and HTTP, and services that are killed while they work. What one
 * service does alone is tested in its own module.
 */
@NullMarked
package dev.milepost.systemtest;

import org.jspecify.annotations.NullMarked;
