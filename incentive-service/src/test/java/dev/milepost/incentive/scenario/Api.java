package dev.milepost.incentive.scenario;

import static io.restassured.RestAssured.given;

import dev.milepost.contract.ContractJson;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The service over HTTP, as the people who use it. */
final class Api {
  private Api() {}

  static RequestSpecification as(String principal, String participantId, String... roles) {
    return given()
        .auth()
        .oauth2(TestTokens.as(principal, participantId, roles))
        .contentType(ContentType.JSON);
  }

  static RequestSpecification salesOps() {
    return as("olga", null, Roles.SALES_OPS);
  }

  static RequestSpecification finance() {
    return as("fiona", null, Roles.FINANCE);
  }

  static RequestSpecification rep(String participantId) {
    return as(participantId, participantId, Roles.REP);
  }

  static String json(Object body) {
    try {
      return ContractJson.mapper().writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All items of a list that finance sees. */
  static List<Map<String, Object>> items(String path) {
    return body(finance().get(path)).getList("items");
  }

  static JsonPath body(Response response) {
    return response.then().statusCode(200).extract().jsonPath();
  }
}
