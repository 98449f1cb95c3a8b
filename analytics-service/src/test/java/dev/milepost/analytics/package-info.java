/** Tests of the service over real topics and real HTTP, and what they share. */
@NullMarked
package dev.milepost.analytics;

import org.jspecify.annotations.NullMarked;
