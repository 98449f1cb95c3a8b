package dev.milepost.benchmarks.workload;

import dev.milepost.contract.Dated;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Participants in teams in regions, each with one goal, so that a sale counts for three. Owners are
 * numbered: participants from 0, then teams, then regions.
 *
 * @param regions how many regions
 * @param teamsPerRegion how many teams each has
 * @param membersPerTeam how many participants each team has
 */
public record SalesForce(int regions, int teamsPerRegion, int membersPerTeam) {
  /** 1,000 participants, 100 teams, 10 regions. */
  public static final SalesForce STANDARD = new SalesForce(10, 10, 10);

  private static final int GOALS_OF_A_SMALL_REGION = 100;

  /** A sales force with so many goals, a multiple of 100. */
  public static SalesForce withGoals(int goals) {
    if (goals <= 0 || goals % GOALS_OF_A_SMALL_REGION != 0) {
      throw new IllegalArgumentException("goals come in hundreds, not " + goals);
    }
    return new SalesForce(goals / GOALS_OF_A_SMALL_REGION, 9, 10);
  }

  /** How many people sell. */
  public int participants() {
    return teams() * membersPerTeam;
  }

  private int teams() {
    return regions * teamsPerRegion;
  }

  /** How many owners, and so goals, there are. */
  public int owners() {
    return participants() + teams() + regions;
  }

  /** The team of a participant, by owner number. */
  public int teamOf(int participant) {
    return participants() + participant / membersPerTeam;
  }

  /** The region of a participant, by owner number. */
  public int regionOf(int participant) {
    return participants() + teams() + participant / membersPerTeam / teamsPerRegion;
  }

  /** The owner of this number. */
  public Owner owner(int number) {
    if (number < participants()) {
      return Owner.participant(participantId(number));
    }
    int team = number - participants();
    return Owner.team(team < teams() ? "team-" + team : "region-" + (team - teams()));
  }

  /** The id of a participant. */
  public static String participantId(int participant) {
    return "participant-" + participant;
  }

  /** Everybody, as the directory tells of them. */
  public List<ParticipantChanged> people() {
    return IntStream.range(0, participants())
        .mapToObj(
            i -> new ParticipantChanged(participantId(i), 1, "Participant " + i, List.of(), true))
        .toList();
  }

  /** All teams and regions, as the directory tells of them. */
  public List<TeamChanged> units() {
    return IntStream.range(participants(), owners()).mapToObj(this::unit).toList();
  }

  private TeamChanged unit(int number) {
    String id = owner(number).id();
    int team = number - participants();
    if (team >= teams()) {
      return new TeamChanged(id, 1, id, List.of(), List.of(), List.of());
    }
    int first = team * membersPerTeam;
    List<Dated> members =
        IntStream.range(first, first + membersPerTeam)
            .mapToObj(i -> new Dated(participantId(i), null, null))
            .toList();
    Dated region = new Dated(owner(regionOf(first)).id(), null, null);
    return new TeamChanged(id, 1, id, List.of(region), List.of(), members);
  }
}
