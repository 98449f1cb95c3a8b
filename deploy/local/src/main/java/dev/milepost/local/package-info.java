/**
 * The whole suite on one machine.
 *
 * <p>Owns: starting and stopping PostgreSQL, Kafka, the OIDC provider and the four services as
 * processes of their own, and telling others where they are ({@link dev.milepost.local.Suite}). Not
 * its business: what the services do; it knows them by their addresses alone.
 */
@NullMarked
package dev.milepost.local;

import org.jspecify.annotations.NullMarked;
