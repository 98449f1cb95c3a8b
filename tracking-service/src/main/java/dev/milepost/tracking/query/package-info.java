/**
 * Owns how lists are asked for: filters of a request as conditions of a statement, and the rows a
 * caller may see. Knows no table but the goals', by which most lists are filtered.
 */
@NullMarked
package dev.milepost.tracking.query;

import org.jspecify.annotations.NullMarked;
