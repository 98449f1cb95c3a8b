/**
 * Owns who is calling and whose rows the caller may see. Roles gate operations
 * ({@code @RolesAllowed} with the names in {@link dev.milepost.runtime.access.Roles}); {@link
 * dev.milepost.runtime.access.Visibility} gates rows. What is not visible does not exist for the
 * caller: the answer is 404. Does not own which operation needs which role.
 */
@NullMarked
package dev.milepost.runtime.access;

import org.jspecify.annotations.NullMarked;
