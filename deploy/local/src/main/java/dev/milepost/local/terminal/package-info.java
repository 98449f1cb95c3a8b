/** Talking to the person who started the suite: lines, and a bar for what takes long. */
@NullMarked
package dev.milepost.local.terminal;

import org.jspecify.annotations.NullMarked;
