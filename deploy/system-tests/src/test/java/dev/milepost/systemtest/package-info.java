/**
 * The whole suite as users and operators meet it: the launcher's real processes, the demo's real
 * data, plain clients of Kafka and HTTP, and services that are killed while they work. Tracking
 * alone meets a real shop's order lines, and in two processes rebalances, kills, a lost broker and
 * a lost database. What one service does by itself is tested in its own module.
 */
@NullMarked
package dev.milepost.systemtest;

import org.jspecify.annotations.NullMarked;
