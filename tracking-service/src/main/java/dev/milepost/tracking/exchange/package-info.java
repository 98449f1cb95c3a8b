/**
 * Owns exchange rates: importing them, each value a version that stays readable, and what the
 * amount of a sale is in the currency of a metric. Only what was imported converts, or the exact
 * inverse where only the other direction was; nothing is guessed or chained over a third currency.
 *
 * <p>A rate that a sale was counted by is kept with the sale: whatever revises or re-counts its
 * credits later uses it again, also after another value was imported. Rates are part of what
 * everybody counts by, so an import changes the catalogue: it waits until no batch is at work.
 *
 * <p>Does not own what happens to a sale that lacks a rate ({@code recording} sets a new one aside
 * and waits with crediting anew, a back-fill waits).
 */
@NullMarked
package dev.milepost.tracking.exchange;

import org.jspecify.annotations.NullMarked;
