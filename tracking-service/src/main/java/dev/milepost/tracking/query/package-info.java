/**
 * Owns how lists are asked for: filters of a request as conditions of a statement, the rows a
 * caller may see, and what is said to a filter that cannot be read. Knows no table.
 */
@NullMarked
package dev.milepost.tracking.query;

import org.jspecify.annotations.NullMarked;
