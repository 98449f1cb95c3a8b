/**
 * Owns what is said when work that is done again and again fails. Does not own the work, which each
 * service schedules where it belongs.
 */
@NullMarked
package dev.milepost.runtime.schedule;

import org.jspecify.annotations.NullMarked;
