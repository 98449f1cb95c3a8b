/** The event pipeline of platform/runtime on a real database and a real broker. */
@NullMarked
package dev.milepost.testing.pipeline;

import org.jspecify.annotations.NullMarked;
