/** The service as others see it: real topics, real HTTP, the real database. */
package dev.milepost.tracking.scenario;
