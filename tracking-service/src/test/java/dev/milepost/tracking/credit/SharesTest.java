package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.catalogue.Hierarchy;
import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleInForce;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.rule.RuleTarget.Type;
import dev.milepost.tracking.rule.RuleTerms;
import dev.milepost.tracking.rule.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Who a sale is to be credited to. */
class SharesTest {
  private static final Instant OCT = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant NOV = Instant.parse("2017-11-01T00:00:00Z");
  private static final ExpressionCompiler COMPILER = new ExpressionCompiler();

  /** Ann and bob are in the team east, whose manager is boss; x, y and z hold a territory. */
  private static final Hierarchy HIERARCHY =
      new Hierarchy(
          List.of(
              team("company", null, "ceo"),
              team("east", "company", "boss", "ann", "bob", "boss"),
              team("west", "company", null, "cat")),
          Stream.concat(
                  Stream.of("x", "y", "z").map(id -> participant(id, "apac", null)),
                  Stream.of(
                      participant("eve", "engineer", null), participant("old", "engineer", OCT)))
              .toList());

  @Test
  void creditsTheSellerWhenNoRuleSaysMore() {
    assertThat(of(sale("ann"))).containsExactly("ann DIRECT 1 [east, company] -");
    assertThat(of(noSeller())).containsExactly("house DIRECT 1 [] -");
    assertThat(of(sale("stranger"))).containsExactly("stranger DIRECT 1 [] -");
  }

  @Test
  void addsAnOverlayForAParticipantAndForWhoHoldsARoleAtTheTime() {
    assertThat(
            of(
                sale("ann"),
                overlay("specialist", "true", "0.5", new RuleTarget(Type.PARTICIPANT, "dan")),
                overlay("engineers", "true", "0.25", new RuleTarget(Type.ROLE, "engineer"))))
        .containsExactly(
            "ann DIRECT 1 [east, company] -",
            "eve OVERLAY 0.25 [] engineers",
            "dan OVERLAY 0.5 [] specialist");
  }

  @Test
  void addsNothingWhereTheConditionFailsOrTheRuleIsNotValid() {
    RuleTarget dan = new RuleTarget(Type.PARTICIPANT, "dan");
    assertThat(
            of(
                sale("ann"),
                overlay("no", "false", "0.5", dan),
                overlay("unknown", "event.attributes.segment == 'enterprise'", "0.5", dan),
                rule("later", "true", CreditType.OVERLAY, "1", dan, 1, false, NOV.plusNanos(1))))
        .hasSize(1);
  }

  /** Boss is beside 0.4 of the sale, his own 0.6 is none of an overlay; ceo manages no seller. */
  @Test
  void givesAManagerTheOverlayOnWhatTheSellersOfTheTeamSold() {
    RuleInForce rule = overlay("lead", "true", "0.5", new RuleTarget(Type.MANAGER, null));

    assertThat(of(sale(split("ann", "0.4"), split("cat", "0.6")), rule))
        .containsExactly(
            "ann DIRECT 0.4 [east, company] -",
            "cat DIRECT 0.6 [west, company] -",
            // 0.5 of the 0.4 that ann sold
            "boss OVERLAY 0.2 [] lead");
    assertThat(of(sale(split("ann", "0.4"), split("bob", "0.6")), rule))
        .contains("boss OVERLAY 0.5 [] lead");
    assertThat(of(sale("boss"), rule)).hasSize(1);
    assertThat(of(sale(split("ann", "0.4"), split("boss", "0.6")), rule)).hasSize(2);
  }

  @Test
  void addsNoOverlayForWhoIsTheSeller() {
    assertThat(
            of(
                sale("eve"),
                overlay("engineers", "true", "0.25", new RuleTarget(Type.ROLE, "engineer"))))
        .containsExactly("eve DIRECT 1 [] -");
  }

  @Test
  void assignsASaleWithoutSellerByTheFirstRuleThatFindsAnybody() {
    RuleInForce[] rules = {
      direct("account", "true", new RuleTarget(Type.PARTICIPANT, "cat"), 20, false),
      direct("none", "false", new RuleTarget(Type.PARTICIPANT, "dan"), 1, false),
      direct("vacant", "true", new RuleTarget(Type.ROLE, "emea"), 10, false)
    };

    assertThat(of(noSeller(), rules)).containsExactly("cat DIRECT 1 [west, company] account");
    assertThat(of(sale("ann"), rules)).containsExactly("ann DIRECT 1 [east, company] -");
  }

  @Test
  void dividesASaleAmongThoseWhoHoldTheTerritory() {
    // 1/3 to 18 digits twice is 0.666666666666666666; the first takes the rest.
    assertThat(of(noSeller(), direct("apac", "true", new RuleTarget(Type.ROLE, "apac"), 1, false)))
        .containsExactly(
            "x DIRECT 0.333333333333333334 [] apac",
            "y DIRECT 0.333333333333333333 [] apac",
            "z DIRECT 0.333333333333333333 [] apac");
  }

  @Test
  void takesASaleFromItsSellersOnlyWhereTheRuleSaysSo() {
    SalesEvent sale =
        sale(split("ann", "1"), new Split("dan", new BigDecimal("0.3"), CreditType.OVERLAY));
    RuleTarget cat = new RuleTarget(Type.PARTICIPANT, "cat");

    assertThat(of(sale, direct("key-account", "true", cat, 1, true)))
        .containsExactly("cat DIRECT 1 [west, company] key-account", "dan OVERLAY 0.3 [] -");
    assertThat(of(sale, direct("key-account", "true", cat, 1, false)))
        .containsExactly("ann DIRECT 1 [east, company] -", "dan OVERLAY 0.3 [] -");
  }

  /** Whatever rules there are: the company's total is the sum of DIRECT, each sale exactly once. */
  @Property(tries = 300)
  void directSharesAddUpToExactlyOne(
      @ForAll @Size(max = 6) List<@IntRange(max = 95) Integer> kinds,
      @ForAll @IntRange(min = 0, max = 2) int seller) {
    SalesEvent sale =
        List.of(noSeller(), sale("ann"), sale(split("ann", "0.7"), split("cat", "0.3")))
            .get(seller);
    RuleInForce[] rules =
        IntStream.range(0, kinds.size())
            .mapToObj(i -> any(i, kinds.get(i)))
            .toArray(RuleInForce[]::new);

    List<Share> shares = shares(sale, rules);

    assertThat(
            shares.stream()
                .filter(share -> share.type() == CreditType.DIRECT)
                .map(Share::part)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.ONE);
    assertThat(shares)
        .allMatch(s -> s.part().signum() > 0 && s.part().compareTo(BigDecimal.ONE) <= 0);
    assertThat(shares(sale, rules)).isEqualTo(shares);
  }

  private static RuleInForce any(int index, int kind) {
    List<RuleTarget> targets =
        List.of(
            new RuleTarget(Type.PARTICIPANT, "cat"),
            new RuleTarget(Type.ROLE, "apac"),
            new RuleTarget(Type.ROLE, "nobody"),
            new RuleTarget(Type.MANAGER, null));
    RuleTarget target = targets.get(kind % 4);
    String condition = kind / 4 % 3 == 0 ? "false" : "true";
    boolean overlay = target.type() == Type.MANAGER || kind / 12 % 2 == 0;
    return overlay
        ? overlay("r" + index, condition, kind / 24 % 2 == 0 ? "1" : "0.333333333333333333", target)
        : direct("r" + index, condition, target, kind / 24 % 2, kind / 48 == 1);
  }

  private static List<String> of(SalesEvent sale, RuleInForce... rules) {
    List<String> told = new ArrayList<>();
    for (Share share : shares(sale, rules)) {
      String rule = share.rule() == null ? "-" : share.rule().key();
      told.add(
          "%s %s %s %s %s"
              .formatted(
                  share.participantId(),
                  share.type(),
                  share.part().stripTrailingZeros().toPlainString(),
                  share.teams(),
                  rule));
    }
    return told;
  }

  private static List<Share> shares(SalesEvent sale, RuleInForce... rules) {
    return Shares.of(
        EventType.DEAL_WON.typeName(), sale, new CreditRules(List.of(rules)), HIERARCHY, "house");
  }

  private static RuleInForce overlay(
      String key, String condition, String share, RuleTarget target) {
    return rule(key, condition, CreditType.OVERLAY, share, target, 100, false, OCT);
  }

  private static RuleInForce direct(
      String key, String condition, RuleTarget target, int priority, boolean overrides) {
    return rule(key, condition, CreditType.DIRECT, null, target, priority, overrides, OCT);
  }

  private static RuleInForce rule(
      String key,
      String condition,
      CreditType type,
      String share,
      RuleTarget target,
      int priority,
      boolean overrides,
      Instant from) {
    BigDecimal part = share == null ? null : new BigDecimal(share);
    RuleTerms terms =
        new RuleTerms(key, condition, type, part, target, priority, overrides, from, null);
    return new RuleInForce(
        new RuleRef(key, 1), terms, COMPILER.condition(condition), new Span(from, null));
  }

  private static SalesEvent noSeller() {
    return sale((String) null);
  }

  private static SalesEvent sale(String seller) {
    return SalesEvent.sold(NOV, seller, List.of(), null);
  }

  private static SalesEvent sale(Split... splits) {
    return SalesEvent.sold(NOV, null, List.of(splits), null);
  }

  private static Split split(String participant, String share) {
    return new Split(participant, new BigDecimal(share), null);
  }

  private static ParticipantChanged participant(String id, String role, Instant to) {
    return new ParticipantChanged(id, 1, id, List.of(new Dated(role, null, to)), true);
  }

  private static TeamChanged team(String id, String parent, String manager, String... members) {
    return new TeamChanged(
        id,
        1,
        id,
        parent == null ? List.of() : List.of(new Dated(parent, null, null)),
        manager == null ? List.of() : List.of(new Dated(manager, null, null)),
        Stream.of(members).map(member -> new Dated(member, null, null)).toList());
  }
}
