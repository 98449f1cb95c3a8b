/** Tests of the service as a whole, over real HTTP and real topics. */
@NullMarked
package dev.milepost.goals;

import org.jspecify.annotations.NullMarked;
