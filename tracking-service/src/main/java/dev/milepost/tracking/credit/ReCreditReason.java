package dev.milepost.tracking.credit;

/** Why sales that were credited before are credited anew. */
public enum ReCreditReason {
  /** A crediting rule took effect, was revised or ended. */
  RULE_CHANGED,
  /** It became known who stood where, or held which role, when the sale happened. */
  MEMBERSHIP_CHANGED,
  /** The event arrived that the sale, a return, names as its original. */
  ORIGINAL_KNOWN
}
