package dev.milepost.contract;

/**
 * Who a goal or a reward belongs to.
 *
 * @param type participant or team
 * @param id the participant's or the team's id
 */
public record Owner(Type type, String id) {

  /** The kinds of owner. */
  public enum Type {
    PARTICIPANT,
    TEAM
  }

  /** A participant as owner. */
  public static Owner participant(String id) {
    return new Owner(Type.PARTICIPANT, id);
  }

  /** A team as owner. */
  public static Owner team(String id) {
    return new Owner(Type.TEAM, id);
  }
}
