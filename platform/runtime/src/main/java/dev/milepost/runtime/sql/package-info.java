/**
 * Owns the way plain SQL is run: set-based statements with array parameters, on the connection of
 * the transaction in progress. Knows no table.
 */
@NullMarked
package dev.milepost.runtime.sql;

import org.jspecify.annotations.NullMarked;
