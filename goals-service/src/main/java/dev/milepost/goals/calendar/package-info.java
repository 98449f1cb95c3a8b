/**
 * The organisation's fiscal calendar: which stretch of time a label such as {@code 2017-Q4} names.
 *
 * <p>Owns: the calendar's settings, of which a default (January, Monday, UTC) exists from the
 * start. Publishes {@code CalendarChanged}. What the settings mean for labels and dates is part of
 * the published language, {@code FiscalCalendar}.
 *
 * <p>Does not own: working days and holidays, and the periods of goals: a goal keeps the instants
 * it was proposed with, whatever becomes of the calendar.
 */
@NullMarked
package dev.milepost.goals.calendar;

import org.jspecify.annotations.NullMarked;
