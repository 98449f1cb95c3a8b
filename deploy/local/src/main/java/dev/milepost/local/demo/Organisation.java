package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import dev.milepost.local.demo.CrmData.Agent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo's sales organisation: the company, its regions, the teams of the managers, the agents.
 * Company and regions have no manager. Ids are the names in lower case with hyphens.
 *
 * @param teams company, regions and managers' teams, each after the one above it
 * @param people managers and agents
 */
public record Organisation(List<Team> teams, List<Person> people) {
  /** Id of the root. */
  public static final String COMPANY = "company";

  public Organisation {
    teams = List.copyOf(teams);
    people = List.copyOf(people);
  }

  /**
   * A team.
   *
   * @param parent id of the team above; absent for the company
   * @param manager participant id of its manager; absent for company and regions
   */
  public record Team(String id, String name, @Nullable String parent, @Nullable String manager) {}

  /**
   * A participant.
   *
   * @param role role in the sales organisation
   * @param team id of the team it is a member of; absent for managers
   */
  public record Person(String id, String name, String role, @Nullable String team) {
    /** Whether this is an agent, who owns goals. */
    public boolean sells() {
      return team != null;
    }
  }

  /** The organisation that the agents' managers and regions describe. */
  public static Organisation of(List<Agent> agents) {
    Map<String, Team> teams = new LinkedHashMap<>();
    Map<String, Person> people = new LinkedHashMap<>();
    teams.put(COMPANY, new Team(COMPANY, "Company", null, null));
    for (Agent agent : agents) {
      String region = idOf(agent.region());
      teams.putIfAbsent(region, new Team(region, agent.region(), COMPANY, null));
    }
    for (Agent agent : agents) {
      String manager = idOf(agent.manager());
      String team = "team-" + manager;
      people.putIfAbsent(manager, new Person(manager, agent.manager(), "sales-manager", null));
      teams.putIfAbsent(
          team, new Team(team, "Team " + agent.manager(), idOf(agent.region()), manager));
    }
    for (Agent agent : agents) {
      String id = idOf(agent.name());
      people.put(id, new Person(id, agent.name(), "sales-agent", "team-" + idOf(agent.manager())));
    }
    return new Organisation(new ArrayList<>(teams.values()), new ArrayList<>(people.values()));
  }

  /** The id of a person or a region with this name. */
  public static String idOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Everybody and everything that has a goal, each after the owner of its parent goal. */
  public List<Owner> owners() {
    return Stream.concat(
            teams.stream().map(team -> Owner.team(team.id())),
            agents().stream().map(agent -> Owner.participant(agent.id())))
        .toList();
  }

  /** The people who sell. */
  public List<Person> agents() {
    return people.stream().filter(Person::sells).toList();
  }

  /** The team above an owner; none for the company. */
  public Optional<Owner> above(Owner owner) {
    String above =
        owner.type() == Owner.Type.TEAM ? team(owner.id()).parent() : person(owner.id()).team();
    return Optional.ofNullable(above).map(Owner::team);
  }

  /** The owner and every team above it, to the company. */
  public List<Owner> lineOf(Owner owner) {
    return Stream.iterate(Optional.of(owner), Optional::isPresent, o -> o.flatMap(this::above))
        .map(Optional::orElseThrow)
        .toList();
  }

  /** Participant id of an agent's manager. */
  public String managerOf(String agent) {
    String team = Objects.requireNonNull(person(agent).team(), agent);
    return Objects.requireNonNull(team(team).manager(), team);
  }

  /** The name to show. */
  public String nameOf(Owner owner) {
    return owner.type() == Owner.Type.TEAM ? team(owner.id()).name() : person(owner.id()).name();
  }

  private Team team(String id) {
    return teams.stream().filter(team -> team.id().equals(id)).findFirst().orElseThrow();
  }

  private Person person(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
  }
}
