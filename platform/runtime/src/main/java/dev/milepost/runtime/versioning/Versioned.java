package dev.milepost.runtime.versioning;

/** A view that carries the version of its aggregate; answered with {@code ETag: "<version>"}. */
public interface Versioned {
  /** Grows by one with every change of the aggregate. */
  long version();
}
