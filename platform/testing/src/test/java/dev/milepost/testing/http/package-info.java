/** The HTTP side of platform/runtime, seen by a client of a small sample resource. */
@NullMarked
package dev.milepost.testing.http;

import org.jspecify.annotations.NullMarked;
