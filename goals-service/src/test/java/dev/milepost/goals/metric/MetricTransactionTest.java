package dev.milepost.goals.metric;

import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.versioning.IfMatch;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A metric and its topic change together or not at all. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class MetricTransactionTest {
  private static final IfMatch FIRST = new IfMatch("\"1\"");

  @Inject Metrics metrics;
  @Inject TestBroker broker;

  @Test
  void aRollbackLeavesNeitherStateNorEvent() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          metrics.define(definition("m-gone", "Gone"));
                          throw new IllegalStateException("something fails before the commit");
                        }))
        .isInstanceOf(IllegalStateException.class);
    metrics.define(definition("m-here", "Here"));

    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.METRICS.topicName()))
                    .containsKey("m-here")
                    .doesNotContainKey("m-gone"));
    get(OTTO, "/v1/metrics/m-gone").then().statusCode(404);
  }

  @Test
  void anEventThatCannotBeAppendedLeavesTheStateAsItWas() {
    metrics.define(definition("m-small", "Small"));

    assertThatThrownBy(
            () -> metrics.change("m-small", definition("m-small", "x".repeat(1_100_000)), FIRST))
        .hasMessageContaining("bytes");

    get(OTTO, "/v1/metrics/m-small").then().body("version", equalTo(1));
  }

  private static MetricDefinition definition(String key, String name) {
    return new MetricDefinition(
        key,
        name,
        "COUNT",
        Aggregation.COUNT,
        null,
        "true",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
