/**
 * Owns what health means for every service, as far as no other package does. Live is the process.
 * Ready is the database (checked by Quarkus), its migrations ({@link
 * dev.milepost.runtime.health.MigrationsReady}) and caught-up projections ({@code inbox}). A lost
 * broker does not take readiness away: reads go on, and the check of the projections says so.
 */
@NullMarked
package dev.milepost.runtime.health;

import org.jspecify.annotations.NullMarked;
