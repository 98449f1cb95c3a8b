/** What the four services share; no business rule lives here. Each package says what it owns. */
@NullMarked
package dev.milepost.runtime;

import org.jspecify.annotations.NullMarked;
