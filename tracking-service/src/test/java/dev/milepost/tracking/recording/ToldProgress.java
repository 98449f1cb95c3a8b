package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What the service answers when it is asked for a goal. */
record ToldProgress(JsonNode json) {

  static ToldProgress of(AskedGoal goal) {
    return new ToldProgress(get("/v1/progress/" + goal.id()));
  }

  static JsonNode get(String path) {
    try {
      String body = salesOps().urlEncodingEnabled(false).get(path).body().asString();
      return ContractJson.mapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value and the attainment are these. */
  void isAt(Optional<BigDecimal> value, Optional<BigDecimal> attainment) {
    assertThat(json.has("actual")).as("taken in").isTrue();
    assertThat(number("actual")).isEqualTo(value.map(BigDecimal::stripTrailingZeros));
    assertThat(number("attainment")).isEqualTo(attainment.map(BigDecimal::stripTrailingZeros));
  }

  /** A number of the answer; none when it is null or absent. */
  Optional<BigDecimal> number(String name) {
    return json.path(name).isMissingNode() || json.path(name).isNull()
        ? Optional.empty()
        : Optional.of(new BigDecimal(json.path(name).asText()).stripTrailingZeros());
  }

  Optional<Instant> reachedAt(String threshold) {
    for (JsonNode milestone : json.path("milestones")) {
      if (new BigDecimal(threshold).compareTo(new BigDecimal(milestone.path("threshold").asText()))
          == 0) {
        JsonNode at = milestone.path("reachedAt");
        return at.isNull() ? Optional.empty() : Optional.of(Instant.parse(at.asText()));
      }
    }
    throw new AssertionError("no milestone " + threshold + " in " + json);
  }
}
