/**
 * The fiscal calendar as this service needs it: time cut into periods of one grain, each with its
 * label. Owns the cutting, a pure function of the calendar that goals-service publishes. Does not
 * own the calendar's settings.
 */
@NullMarked
package dev.milepost.analytics.calendar;

import org.jspecify.annotations.NullMarked;
