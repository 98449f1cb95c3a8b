package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class LedgerIsImmutableTest {
  @Inject TestBroker broker;
  @Inject Sql sql;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET amount = 1000000",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry"
      })
  void theServicesLoginMayNotChangeALine(String statement) {
    Story story = new Story(broker, Owner.participant("darcel-schlecht"));
    story.activePlan(cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE).reached("0.5", 1).awaitBooked("EARNING 250.00");

    assertThatThrownBy(() -> sql.update(statement))
        .hasMessageContaining("permission denied for table ledger_entry");
    story.awaitBooked("EARNING 250.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE", "DELETE", "TRUNCATE"})
  void theServicesLoginHasNoSuchRight(String right) {
    assertThat(holds("has_table_privilege('ledger_entry', 'INSERT')")).isTrue();
    assertThat(holds("has_table_privilege('ledger_entry', '" + right + "')")).isFalse();
  }

  @Test
  void theServicesLoginDoesNotOwnTheLedger() {
    assertThat(
            holds(
                """
                pg_has_role((SELECT relowner FROM pg_class
                             WHERE oid = 'ledger_entry'::regclass), 'MEMBER')
                """))
        .isFalse();
  }

  private boolean holds(String condition) {
    return sql.query("SELECT " + condition + " AS held", row -> row.flag("held")).getFirst();
  }
}
