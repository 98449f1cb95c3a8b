/**
 * Owns what people see of sales events that were set aside, and sending them again. How and why
 * events are set aside is decided where they come in ({@code recording}) and by platform/runtime's
 * inbox.
 */
@NullMarked
package dev.milepost.tracking.quarantine;

import org.jspecify.annotations.NullMarked;
