package dev.milepost.testing.http;

import static dev.milepost.testing.http.BadRequestTest.problem;
import static dev.milepost.testing.http.Client.NOTE;
import static dev.milepost.testing.http.Client.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class IdempotencyTest {
  private static final String REORDERED =
      """
      {"stars": 3, "weight": "1.50", "title": "first"}""";

  @Inject Sql sql;

  private final String key = UUID.randomUUID().toString();

  @Test
  void sameRequestAgainGetsTheSameAnswerAndNoSecondEffect() {
    ValidatableResponse first = create("ann", NOTE).statusCode(201);
    long notes = notes();

    ValidatableResponse second = create("ann", REORDERED).statusCode(201);

    assertThat(second.extract().asString()).isEqualTo(first.extract().asString());
    for (String header : List.of("Location", "ETag", "Content-Type")) {
      assertThat(second.extract().header(header)).isEqualTo(first.extract().header(header));
    }
    second.header("Idempotent-Replayed", "true");
    assertThat(notes()).isEqualTo(notes);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsAConflict() {
    create("ann", NOTE).statusCode(201);

    problem(create("ann", NOTE.replace("first", "second")), 409, "idempotency-conflict");
  }

  @Test
  void keysOfDifferentCallersHaveNothingToDoWithEachOther() {
    long first = create("ann", NOTE).statusCode(201).extract().jsonPath().getLong("id");

    create("bob", NOTE.replace("first", "second")).statusCode(201);

    Client.as("ann").get(NOTES + "/" + first).then().body("title", equalTo("first"));
  }

  @Test
  void refusedRequestMayBeRepairedUnderTheSameKey() {
    create("ann", "{\"title\": \"a\", \"weight\": 0, \"stars\": 1}").statusCode(400);

    create("ann", NOTE).statusCode(201);
  }

  @Test
  void withoutAKeyEveryRequestCounts() {
    long notes = notes();

    Client.newNote();
    Client.newNote();

    assertThat(notes()).isEqualTo(notes + 2);
  }

  @Test
  void keyMustBeReadable() {
    problem(
            Client.as("ann")
                .header("Idempotency-Key", "x".repeat(256))
                .body(NOTE)
                .post(NOTES)
                .then(),
            400,
            "invalid-request")
        .body("violations[0].parameter", equalTo("Idempotency-Key"));
  }

  @Test
  void manyAtOnceHaveOneEffect() throws Exception {
    long notes = notes();
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<String>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      clients.submit(
                          () -> create("ann", NOTE).statusCode(201).extract().asString()))
              .toList();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
      }
    }
    assertThat(notes()).isEqualTo(notes + 1);
  }

  private ValidatableResponse create(String principal, String body) {
    return Client.as(principal).header("Idempotency-Key", key).body(body).post(NOTES).then();
  }

  private long notes() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.queryOne("SELECT count(*) AS n FROM note", row -> row.number("n"))
                    .orElseThrow());
  }
}
