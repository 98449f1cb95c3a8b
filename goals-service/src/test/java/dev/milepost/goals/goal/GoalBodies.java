package dev.milepost.goals.goal;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.GoalSnapshot;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Goals as clients write them, and as other services read them. */
final class GoalBodies {
  private GoalBodies() {}

  static String goal(String ownerType, String owner) {
    return """
    {"statement":"Win 10 %% more than in Q3","owner":{"type":"%s","id":"%s"},
     "metric":"won-revenue","period":"2017-Q4","baseline":"100000","growthPercent":10}
    """
        .formatted(ownerType, owner);
  }

  static String derived(String ownerType, String owner, String parentId) {
    return goal(ownerType, owner).replaceFirst("\\{", "{\"parentId\":\"" + parentId + "\",");
  }

  static String idOf(Response created) {
    return created.then().statusCode(201).extract().path("id");
  }

  static @Nullable GoalSnapshot snapshot(@Nullable ConsumerRecord<String, byte[]> record) {
    try {
      return record == null
          ? null
          : ContractJson.mapper().readValue(record.value(), GoalSnapshot.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
