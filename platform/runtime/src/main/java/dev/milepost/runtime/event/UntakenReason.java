package dev.milepost.runtime.event;

/** Why a record is set aside that no handler took in; handlers have reasons of their own. */
public enum UntakenReason {
  /** It is not a CloudEvent. */
  MALFORMED_EVENT,
  /** Its data does not fit the schema of its type. */
  MALFORMED_DATA,
  /** Its type does not belong on its topic. */
  UNKNOWN_TYPE,
  /** Its handler failed. */
  PROCESSING_FAILED
}
