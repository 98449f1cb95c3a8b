package dev.milepost.contract;

/** How a share of a sale is credited. */
public enum CreditType {
  /** The sellers' own shares, which add up to exactly 1 and roll up to the teams above. */
  DIRECT,
  /** A share beside the sellers' own, e.g. for a product specialist; never rolled up. */
  OVERLAY
}
