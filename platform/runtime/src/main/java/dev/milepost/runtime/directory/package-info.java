/**
 * Owns each service's own copy of the sales hierarchy: participants, teams and how they are tied
 * together at each moment, and of the calendars, fiscal and working. It is fed by the directory
 * topic; in goals-service, which owns the directory, by the use cases that change it. Answers who
 * stands above whom and who is managed by whom. Does not own who may be added, moved or removed, or
 * what a calendar means.
 */
@NullMarked
package dev.milepost.runtime.directory;

import org.jspecify.annotations.NullMarked;
