package dev.milepost.goals.goal;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.goals.goal.ProposalPolicy.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals and people for tests: Anna sells in a team of Mia's, which is in a region of Rita's. */
final class Goals {
  static final Instant BEFORE = Instant.parse("2017-09-20T08:00:00Z");
  static final Period Q4 =
      new Period(
          "2017-Q4", Instant.parse("2017-10-01T00:00:00Z"), Instant.parse("2018-01-01T00:00:00Z"));
  static final Instant DEADLINE = BEFORE.plus(Duration.ofDays(5));

  static final Actor ANNA = participant("anna");
  static final Actor MIA = participant("mia");
  static final Actor RITA = participant("rita");
  static final Actor OTTO = new Actor(new Person("otto", null), true, false);
  static final Actor OLGA = new Actor(new Person("olga", null), true, false);
  static final Actor FINN = new Actor(new Person("finn", null), false, true);

  static final ReportingLine LINE =
      new ReportingLine(List.of(Optional.of("mia"), Optional.of("rita"), Optional.empty()));

  private Goals() {}

  static Actor participant(String id) {
    return new Actor(new Person(id + "@example.com", id), false, false);
  }

  static Goal draft(Actor author, Owner owner) {
    return Goal.draft(
        UUID.fromString("01920000-0000-7000-8000-000000000001"),
        author.person(),
        terms(owner, false),
        version(1, author.person(), "100"),
        BEFORE);
  }

  static GoalTerms terms(Owner owner, boolean quota) {
    return new GoalTerms(
        "Win 10 % more than last quarter",
        owner,
        "won-revenue",
        Q4,
        "UTC",
        5,
        Profile.WORKING_DAYS,
        List.of(CreditType.DIRECT),
        quota,
        null);
  }

  static GoalVersion version(int number, Person author, @Nullable String target) {
    BigDecimal value = target == null ? null : new BigDecimal(target);
    return new GoalVersion(
        number,
        new Target(null, value, null, null),
        GoalVersion.DEFAULT_MILESTONES,
        Q4.start(),
        null,
        author,
        null);
  }

  static Goal proposed(Actor author, Owner owner) {
    return done(propose(draft(author, owner), author));
  }

  static Outcome propose(Goal goal, Actor by) {
    return goal.propose(
        new Proposal(by.person(), BEFORE, DEADLINE), null, new Facts(true, sum()), null);
  }

  static Goal proposedWith(Goal goal, Actor by, String target) {
    return done(
        goal.propose(
            new Proposal(by.person(), BEFORE, DEADLINE),
            new BigDecimal(target),
            new Facts(true, sum()),
            null));
  }

  static Goal approved(boolean quota) {
    Goal draft = draft(MIA, Owner.participant("anna"));
    Goal edited =
        done(
            draft.edit(
                MIA.person(), terms(Owner.participant("anna"), quota), draft.current(), BEFORE));
    return done(done(propose(edited, MIA)).approve(ANNA, LINE, BEFORE));
  }

  static MetricVersion sum() {
    return metric(Aggregation.SUM, Direction.INCREASE);
  }

  static MetricVersion metric(Aggregation aggregation, Direction direction) {
    return new MetricVersion(
        "won-revenue",
        3,
        "Won revenue",
        "USD",
        aggregation,
        direction,
        "true",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        BEFORE,
        null,
        null);
  }

  static Goal done(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done.goal();
    }
    throw new AssertionError("expected it to be done, but: " + outcome);
  }
}
