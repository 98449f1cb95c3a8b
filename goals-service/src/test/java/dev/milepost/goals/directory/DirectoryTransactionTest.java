package dev.milepost.goals.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Dated;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.event.Cause;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The directory and its topic change together or not at all, and one change at a time. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class DirectoryTransactionTest {
  private static final Cause CAUSE = Cause.first("test");

  @Inject DirectoryStore store;
  @Inject Directory directory;
  @Inject TestBroker broker;

  @Test
  void aRollbackLeavesNeitherStateNorEvent() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          store.store(participant("gone", 1), CAUSE);
                          throw new IllegalStateException("something fails before the commit");
                        }))
        .isInstanceOf(IllegalStateException.class);
    QuarkusTransaction.requiringNew().run(() -> store.store(participant("here", 1), CAUSE));

    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.DIRECTORY.topicName()))
                    .containsKey("participant/here")
                    .doesNotContainKey("participant/gone"));
    assertThat(directory.participant("gone")).isEmpty();
  }

  @Test
  void anEventThatCannotBeAppendedLeavesTheStateAsItWas() {
    List<Dated> tooMuch = List.of(new Dated("x".repeat(1_100_000), null, null));
    ParticipantChanged huge = new ParticipantChanged("huge", 1, "Huge", tooMuch, true);

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> store.store(huge, CAUSE)))
        .hasMessageContaining("bytes");

    assertThat(directory.participant("huge")).isEmpty();
  }

  @Test
  void twoChangesThatWouldTogetherBeACycleAreNotBothMade() throws Exception {
    Api.organise();
    put("loop-a", null, "company");
    put("loop-b", null, "company");

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> put("loop-a", "\"1\"", "loop-b"));
      var second = threads.submit(() -> put("loop-b", "\"1\"", "loop-a"));

      assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 422);
    }
  }

  private static int put(String team, @Nullable String etag, String parent) {
    String body = "{\"name\":\"%s\",\"parents\":[{\"value\":\"%s\"}]}".formatted(team, parent);
    return Api.put(Api.OTTO, "/v1/teams/" + team, etag, body).statusCode();
  }

  private static ParticipantChanged participant(String id, long version) {
    return new ParticipantChanged(id, version, id, List.of(), true);
  }
}
