/** The service as others see it: real topics, real HTTP, the real database. */
@NullUnmarked
package dev.milepost.tracking.scenario;

import org.jspecify.annotations.NullUnmarked;
