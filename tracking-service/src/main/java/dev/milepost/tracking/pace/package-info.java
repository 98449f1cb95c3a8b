/**
 * Owns how far a goal should be at a moment, and how its attainment compares: the profile of its
 * period, expected attainment, due dates of milestones, attainment of the kinds of way there are,
 * pace, status, and when a status that was told changes. Pure rules; owns no data and no clock.
 */
@NullMarked
package dev.milepost.tracking.pace;

import org.jspecify.annotations.NullMarked;
