/**
 * Who sells, in which teams, and on which days they work: participants, teams, and everything about
 * them that changes with time.
 *
 * <p>Owns: the rules of the organisation (facts of a kind that excludes another never overlap, the
 * hierarchy has no cycle, everybody named is known), its writing through HTTP and CSV, and its
 * publication as {@code ParticipantChanged}, {@code TeamChanged} and {@code
 * WorkingCalendarChanged}. This service is the only one that changes the organisation.
 *
 * <p>Does not own: the tables (every service keeps the same projection, in the runtime), and who
 * may see whom.
 *
 * <p>All validity is half-open, {@code [from, to)}; a missing bound is open. Nothing that was once
 * valid is forgotten: a sale is credited as the organisation stood when it happened.
 */
@NullMarked
package dev.milepost.goals.directory;

import org.jspecify.annotations.NullMarked;
