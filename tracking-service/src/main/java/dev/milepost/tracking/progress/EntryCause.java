package dev.milepost.tracking.progress;

/** What happened so that an entry was made. */
public enum EntryCause {
  /** A sale came. */
  SALE,
  /** A sale arrived when the goal's grace was over, or came after its close. */
  LATE_SALE,
  /** A newer version of a record came that counted before. */
  NEW_VERSION,
  /** The goal became known after the sale. */
  BACK_FILL,
  /** A reversal took the sale back, or a part of it. */
  REVERSED,
  /** A newer version of the same record took the place of the sale. */
  SUPERSEDED,
  /** A rule or a membership changed: the credit was voided, or took a voided one's place. */
  RE_CREDITED,
  /** It came to light that the key was seen before the period, in this sale. */
  SEEN_BEFORE,
  /** The sale in which the key was seen before the period was taken back. */
  NOT_SEEN_BEFORE
}
