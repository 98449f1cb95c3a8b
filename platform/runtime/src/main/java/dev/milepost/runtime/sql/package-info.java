/**
 * Owns the way plain SQL is run: set-based statements with array parameters, on the connection of
 * the transaction in progress. Knows no table.
 *
 * <p>Many rows are inserted with {@code SELECT unnest(?::bigint[]), unnest(?::text[]), …}: one
 * array a column, in the list of columns. {@code FROM unnest(…)} says the same, but writes each
 * array down as a table before it reads the first row; it is for statements that join.
 */
@NullMarked
package dev.milepost.runtime.sql;

import org.jspecify.annotations.NullMarked;
