package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Dated;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleInForce;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.rule.RuleTerms;
import dev.milepost.tracking.rule.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final Instant OCT = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant NOV = Instant.parse("2017-11-01T00:00:00Z");
  private static final Instant DEC = Instant.parse("2017-12-01T00:00:00Z");
  private static final TeamChanged COMPANY = team("company", List.of(), List.of(), List.of());

  @Test
  void namesWhoMovedAndSinceWhen() {
    Hierarchy before = teams(east(always("ann"), always("bob")), west());
    Hierarchy after =
        teams(east(new Dated("ann", null, NOV), always("bob")), west(new Dated("ann", NOV, null)));

    assertThat(moves(before, after, List.of()).ofSellers(List.of("east", "west")))
        .isEqualTo(Map.of(new Span(NOV, null), Set.of("ann")));
  }

  @Test
  void namesNobodyWhenNobodyMoved() {
    Hierarchy before = teams(east(always("ann")), west());
    Hierarchy after = teams(east(new Dated("ann", null, NOV), new Dated("ann", NOV, null)), west());

    assertThat(moves(before, after, List.of()).ofSellers(List.of("east"))).isEmpty();
  }

  @Test
  void namesTheWholeSubtreeOfATeamThatMoved() {
    TeamChanged unit = team("unit", List.of(always("east")), List.of(), List.of(always("cat")));
    TeamChanged moved =
        team("east", List.of(new Dated("company", OCT, DEC)), List.of(), List.of(always("ann")));

    assertThat(
            moves(
                    teams(east(always("ann")), unit, west(always("bob"))),
                    teams(moved, unit),
                    List.of())
                .ofSellers(List.of("east")))
        .isEqualTo(
            Map.of(
                new Span(null, OCT),
                Set.of("ann", "cat"),
                new Span(DEC, null),
                Set.of("ann", "cat")));
  }

  @Test
  void namesStrangersWhoBecameMembers() {
    assertThat(
            moves(teams(east()), teams(east(new Dated("new", OCT, NOV))), List.of())
                .ofSellers(List.of("east")))
        .isEqualTo(Map.of(new Span(OCT, NOV), Set.of("new")));
  }

  @Test
  void asksForManagersOnlyWhereARuleDoes() {
    Hierarchy before = teams(east(always("ann")));
    Hierarchy after =
        teams(
            team(
                "east",
                List.of(always("company")),
                List.of(new Dated("boss", OCT, null)),
                List.of(always("ann"))));

    assertThat(moves(before, after, List.of()).ofSellers(List.of("east"))).isEmpty();
    assertThat(
            moves(before, after, List.of(rule(RuleTarget.Type.MANAGER, null, new Span(NOV, DEC))))
                .ofSellers(List.of("east")))
        .isEqualTo(Map.of(new Span(NOV, DEC), Set.of("ann")));
  }

  @Test
  void namesTheTimesInWhichARuleFindsOthersByTheirRole() {
    Hierarchy before = roles(new Dated("engineer", OCT, null), new Dated("buyer", null, null));
    Hierarchy after = roles(new Dated("engineer", NOV, null));
    List<RuleInForce> rules = List.of(rule(RuleTarget.Type.ROLE, "engineer", new Span(null, DEC)));

    assertThat(moves(before, after, rules).ofRoles()).containsExactly(new Span(OCT, NOV));
    assertThat(moves(before, after, List.of()).ofRoles()).isEmpty();
  }

  private static Moves moves(Hierarchy before, Hierarchy after, List<RuleInForce> rules) {
    return new Moves(before, after, new CreditRules(rules));
  }

  private static RuleInForce rule(RuleTarget.Type type, String id, Span validity) {
    RuleTerms terms =
        new RuleTerms(
            "rule",
            "true",
            CreditType.OVERLAY,
            BigDecimal.ONE,
            new RuleTarget(type, id),
            100,
            false,
            OCT,
            null);
    return new RuleInForce(
        new RuleRef("rule", 1), terms, new ExpressionCompiler().condition("true"), validity);
  }

  private static Hierarchy teams(TeamChanged... teams) {
    return new Hierarchy(Stream.concat(Stream.of(COMPANY), Stream.of(teams)).toList(), List.of());
  }

  private static Hierarchy roles(Dated... roles) {
    return new Hierarchy(
        List.of(), List.of(new ParticipantChanged("eve", 1, "Eve", List.of(roles), true)));
  }

  private static TeamChanged east(Dated... members) {
    return team("east", List.of(always("company")), List.of(), List.of(members));
  }

  private static TeamChanged west(Dated... members) {
    return team("west", List.of(always("company")), List.of(), List.of(members));
  }

  private static TeamChanged team(
      String id, List<Dated> parents, List<Dated> managers, List<Dated> members) {
    return new TeamChanged(id, 1, id, parents, managers, members);
  }

  private static Dated always(String value) {
    return new Dated(value, null, null);
  }
}
