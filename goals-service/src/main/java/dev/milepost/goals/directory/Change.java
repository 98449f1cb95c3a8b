package dev.milepost.goals.directory;

/**
 * What became of a write.
 *
 * @param result the participant or team as it now stands
 * @param status whether it is new, other than before, or as before
 */
record Change<T>(T result, Status status) {

  /** The kinds of change. */
  enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }
}
