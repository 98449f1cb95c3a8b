package dev.milepost.tracking.catalogue;

/** What a metric says of a sale. */
public sealed interface Verdict {

  /** It counts, and the whole of it contributes this. */
  record Counts(Contribution contribution) implements Verdict {}

  /** It does not count. */
  record DoesNotCount(Reason reason) implements Verdict {}

  /** Why a sale does not count. */
  enum Reason {
    /** The metric's condition is not met, or asks for something the sale does not have. */
    NOT_QUALIFYING,
    /** The metric's value asks for something the sale does not have, or yields nothing of use. */
    NO_VALUE,
    /** The value has more digits, or the key more characters, than anybody can read. */
    TOO_LARGE
  }
}
