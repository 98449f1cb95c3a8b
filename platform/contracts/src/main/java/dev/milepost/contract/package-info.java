/**
 * The published language of the suite: every event that crosses a service border, as plain records.
 *
 * <p>Owns: the names of topics and event types, the shape of each event's data, and the JSON
 * mapping that all producers and consumers share, and what the label of a period means ({@link
 * dev.milepost.contract.FiscalCalendar}). Owns no other rule: nothing here decides anything.
 *
 * <p>Conventions: times are instants in UTC, and intervals are half-open, {@code [from, to)}; a
 * missing bound is open. Decimals travel as JSON strings, ratios ({@link
 * dev.milepost.contract.Ratio}) as JSON numbers. {@code null} means "no data" and is left out of
 * the JSON. Readers ignore fields they do not know, so a field may be added but never removed,
 * renamed or given another meaning.
 */
@NullMarked
package dev.milepost.contract;

import org.jspecify.annotations.NullMarked;
