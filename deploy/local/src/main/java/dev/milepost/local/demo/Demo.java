package dev.milepost.local.demo;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.local.Suite;
import dev.milepost.local.demo.GoalPlan.PlannedGoal;
import dev.milepost.local.terminal.ProgressBar;
import dev.milepost.local.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the suite a year of sales: the organisation and what is measured, the history, the goals
 * for the last quarter, what they pay, and then that quarter deal by deal. Ends with a table of how
 * everybody did, compared with the sums of the files.
 */
public final class Demo {
  private static final CrmData DATA = CrmData.load();
  private static final Organisation ORGANISATION = Organisation.of(DATA.agents());

  public void run(Suite suite, Terminal terminal) {
    new Run(suite, terminal).all();
  }

  /** One run of the demo on one suite. */
  private static final class Run {
    private final Terminal terminal;
    private final ServiceClient goals;
    private final ServiceClient incentive;
    private final Observer observer;
    private final Followers followers;
    private final EventPublisher publisher;
    private final WonRevenue reference = WonRevenue.of(DATA, ORGANISATION, Quarter.Q4_2017);

    Run(Suite suite, Terminal terminal) {

      this.terminal = terminal;
      this.goals = new ServiceClient(suite.goals(), suite.tokens());
      this.incentive = new ServiceClient(suite.incentive(), suite.tokens());
      this.observer = new Observer(new ServiceClient(suite.tracking(), suite.tokens()), incentive);
      this.followers = new Followers(suite.bootstrapServers());
      this.publisher = new EventPublisher(suite.bootstrapServers());
    }

    void all() {
      sayData();
      setUp();
      publish("Deals up to 2017-09-30", CrmEvent.of(DATA).stream().filter(e -> !inQuarter(e)));
      setGoals();
      new PlanStep(incentive).run();
      terminal.say("Incentive plan: drafted by sales-ops, activated by finance");
      publish("Deals of 2017-Q4", CrmEvent.of(DATA).stream().filter(Run::inQuarter));
      boolean counted = awaitProgress();
      boolean settled = awaitRewards();
      sayResult(counted, settled);
    }

    private void sayData() {
      terminal.say("");
      terminal.say(
          String.format(
              Locale.ROOT, "The demo: a sales pipeline of %,d deals. Known faults:", DATA.rows()));
      Stream.of(Dirt.values())
          .map(dirt -> dirt.sentence(DATA.dirt().getOrDefault(dirt, 0)))
          .forEach(terminal::say);
    }

    private void setUp() {
      new DirectoryStep(goals, ORGANISATION).run();
      Set<String> metrics = new MetricStep(goals).run();
      followers.await(
          Topic.DIRECTORY,
          Stream.concat(
                  ORGANISATION.people().stream().map(person -> "participant/" + person.id()),
                  ORGANISATION.teams().stream().map(team -> "team/" + team.id()))
              .collect(Collectors.toSet()));
      terminal.say(
          "Organisation: %d people in %d teams. Metrics: %s"
              .formatted(
                  ORGANISATION.people().size(),
                  ORGANISATION.teams().size(),
                  metrics.stream().sorted().collect(Collectors.joining(", "))));
    }

    private void setGoals() {
      List<PlannedGoal> plan =
          GoalPlan.of(ORGANISATION, WonRevenue.of(DATA, ORGANISATION, Quarter.Q3_2017));
      try (ProgressBar bar = terminal.bar("Goals for 2017-Q4, agreed", plan.size())) {
        Set<String> ids = new GoalStep(goals, ORGANISATION).run(plan, n -> bar.reached(n, ""));
        followers.await(Topic.GOALS, ids);
      }
    }

    private void publish(String title, Stream<CrmEvent> chosen) {
      List<CrmEvent> events = chosen.toList();
      try (ProgressBar bar = terminal.bar(title, events.size())) {
        publisher.publish(events, sent -> bar.reached(sent, ""));
      }
    }

    private boolean awaitProgress() {
      try (ProgressBar bar = terminal.bar("Counted, in USD", reference.company().longValue())) {
        return observer.awaitProgress(reference, bar);
      }
    }

    private boolean awaitRewards() {
      try (ProgressBar bar = terminal.bar("Rewards settled", reference.byOwner().size())) {
        return observer.awaitRewards(observer.standings(), bar);
      }
    }

    private void sayResult(boolean counted, boolean settled) {
      List<Standing> standings = observer.standings();
      Map<Owner, Earned> earned = observer.earned();
      terminal.say("");
      new ClosingTable(ORGANISATION, standings, earned).lines().forEach(terminal::say);
      terminal.say("");
      ClosingCheck.of(standings, reference, counted, settled).forEach(terminal::say);
      if (!counted || !settled) {
        throw new DemoFailure("the suite has not arrived at the expected result");
      }
    }

    private static boolean inQuarter(CrmEvent event) {
      return !event.occurredAt().isBefore(Quarter.Q4_2017.startsAt());
    }
  }
}
