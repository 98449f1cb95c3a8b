/**
 * Updates that cannot overwrite what their author has not seen: a strong {@code ETag} on every
 * single resource, {@code If-Match} on every update.
 *
 * <p>Owns: the two headers. The version itself belongs to the aggregate; it is compared inside the
 * update's transaction, with the row locked.
 */
@NullMarked
package dev.milepost.runtime.versioning;

import org.jspecify.annotations.NullMarked;
