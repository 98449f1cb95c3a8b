package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.Owner;
import dev.milepost.embedded.TokenSource.Identity;
import dev.milepost.local.Persona;
import dev.milepost.local.demo.GoalPlan.PlannedGoal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Sets the quarter's goals the way people would. Goals of company, regions and teams are written by
 * one of sales operations and agreed to by another, all in one call. An agent's goal is written by
 * the manager and accepted by the agent. A goal that is there already is taken up where it stands.
 */
final class GoalStep {
  private static final List<BigDecimal> MILESTONES =
      List.of(
          new BigDecimal("0.25"),
          new BigDecimal("0.5"),
          new BigDecimal("0.75"),
          new BigDecimal("1.0"));

  private final ServiceClient goals;
  private final Organisation organisation;
  private final Map<Owner, Draft> drafts = new HashMap<>();

  GoalStep(ServiceClient goals, Organisation organisation) {
    this.goals = goals;
    this.organisation = organisation;
  }

  /** A goal as goals-service knows it. */
  private record Draft(String id, String state) {
    static Draft of(JsonNode goal) {
      return new Draft(goal.path("id").asText(), goal.path("state").asText());
    }

    boolean is(String wanted) {
      return state.equals(wanted);
    }
  }

  /**
   * Brings every planned goal into force.
   *
   * @param done is told how many are
   * @return the ids of all goals
   */
  Set<String> run(List<PlannedGoal> plan, IntConsumer done) {
    goals.list(Persona.SALES_OPS.identity(), listOfQuarter()).forEach(this::remember);
    List<PlannedGoal> teams = plan.stream().filter(goal -> isTeam(goal.owner())).toList();
    teams.forEach(goal -> propose(goal, Persona.SALES_OPS.identity()));
    approveTeams(teams);
    int count = teams.size();
    done.accept(count);
    for (PlannedGoal goal : plan) {
      if (!isTeam(goal.owner())) {
        settleWithAgent(goal);
        done.accept(++count);
      }
    }
    return drafts.values().stream().map(Draft::id).collect(Collectors.toSet());
  }

  private static String listOfQuarter() {
    return "/v1/goals?metric=" + MetricStep.WON_REVENUE + "&period=" + Quarter.Q4_2017.label();
  }

  private void remember(JsonNode goal) {
    JsonNode owner = goal.path("owner");
    Owner.Type type = Owner.Type.valueOf(owner.path("type").asText());
    drafts.put(new Owner(type, owner.path("id").asText()), Draft.of(goal));
  }

  private void propose(PlannedGoal goal, Identity author) {
    if (!drafts.containsKey(goal.owner())) {
      remember(goals.create(author, "/v1/goals", "goal/" + goal.owner().id(), request(goal)));
    }
    Draft draft = known(goal.owner());
    if (draft.is("DRAFT")) {
      remember(goals.post(author, "/v1/goals/" + draft.id() + "/propose"));
    }
  }

  private void approveTeams(List<PlannedGoal> teams) {
    if (teams.stream().noneMatch(goal -> known(goal.owner()).is("PROPOSED"))) {
      return;
    }
    String root = known(Owner.team(Organisation.COMPANY)).id();
    JsonNode result =
        goals.post(Persona.SALES_OPS_2.identity(), "/v1/goals/" + root + "/approve-cascade");
    for (JsonNode item : result.path("items")) {
      boolean team = item.path("owner").path("type").asText().equals("TEAM");
      if (team && !item.path("status").asText().equals("APPROVED")) {
        throw new DemoFailure("a goal was not approved: " + item);
      }
    }
  }

  private void settleWithAgent(PlannedGoal goal) {
    String agent = goal.owner().id();
    propose(goal, participant(organisation.managerOf(agent), "manager"));
    Draft draft = known(goal.owner());
    if (draft.is("PROPOSED")) {
      goals.post(participant(agent, "rep"), "/v1/goals/" + draft.id() + "/accept");
    }
  }

  private Map<String, Object> request(PlannedGoal goal) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("statement", statement(goal));
    request.put("owner", goal.owner());
    request.put("metric", MetricStep.WON_REVENUE);
    request.put("period", Quarter.Q4_2017.label());
    if (goal.baseline() != null) {
      request.put("baseline", goal.baseline());
    }
    request.put("target", goal.target());
    request.put(
        "milestones", MILESTONES.stream().map(m -> Map.of("threshold", m.doubleValue())).toList());
    if (goal.parent() != null) {
      request.put("parentId", known(goal.parent()).id());
    }
    request.put("quota", true);
    return request;
  }

  private static String statement(PlannedGoal goal) {
    return goal.baseline() == null
        ? "Win as much revenue in %s as the middle of the team is to win"
            .formatted(Quarter.Q4_2017.label())
        : "Win 10 %% more revenue in %s than in %s"
            .formatted(Quarter.Q4_2017.label(), Quarter.Q3_2017.label());
  }

  private Draft known(Owner owner) {
    return Objects.requireNonNull(drafts.get(owner), owner::toString);
  }

  private static Identity participant(String id, String role) {
    return new Identity(id, id, List.of(role));
  }

  private static boolean isTeam(Owner owner) {
    return owner.type() == Owner.Type.TEAM;
  }
}
