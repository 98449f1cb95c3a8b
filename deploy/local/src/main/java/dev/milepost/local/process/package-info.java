/**
 * Processes of this machine: started in order, kept alive, watched until they are ready, stopped in
 * reverse order. Knows nothing of what the processes do.
 */
@NullMarked
package dev.milepost.local.process;

import org.jspecify.annotations.NullMarked;
