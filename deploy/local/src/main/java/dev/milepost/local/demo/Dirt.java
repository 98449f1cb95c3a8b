package dev.milepost.local.demo;

/** What is known to be wrong in the data set, and what is done about it on purpose. */
public enum Dirt {
  PRODUCT_SPELLING("deals name the product GTXPro", "taken as GTX Pro"),
  SECTOR_SPELLING("accounts have the sector technolgy", "taken as technology"),
  COUNTRY_SPELLING("account is in Philipines", "taken as Philippines"),
  NO_ACCOUNT("deals name no account", "their events name no customer"),
  NEVER_BEGUN("prospects have no date at all", "left out, nothing has happened yet"),
  NOT_CLOSED("engaged deals have no close date", "deal.created only"),
  NO_DEALS("agents have no deal", "their target is the median of their team");

  private final String finding;
  private final String treatment;

  Dirt(String finding, String treatment) {
    this.finding = finding;
    this.treatment = treatment;
  }

  /** One line for the output. */
  String sentence(int count) {
    return "%,6d %s: %s".formatted(count, finding, treatment);
  }
}
