package dev.milepost.tracking.catalogue;

/**
 * Tells catalogues apart.
 *
 * @param database identifies the database: while a process runs, another may take its place, such
 *     as one that was restored
 * @param version counts up with every change
 */
record Edition(long database, long version) {

  /** Whether it came of the other by changes. */
  boolean follows(Edition other) {
    return database == other.database && version >= other.version;
  }
}
