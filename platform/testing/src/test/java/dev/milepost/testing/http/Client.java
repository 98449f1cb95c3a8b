package dev.milepost.testing.http;

import static io.restassured.RestAssured.given;

import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests as their authors send them. */
final class Client {
  static final String NOTES = "/v1/notes";
  static final String NOTE =
      """
      {"title": "first", "weight": "1.50", "stars": 3}""";

  private Client() {}

  static RequestSpecification as(String principal) {
    return given()
        .auth()
        .oauth2(TestTokens.as(principal, null, Roles.SALES_OPS))
        .contentType(ContentType.JSON);
  }

  static ValidatableResponse post(String body) {
    return as("ann").body(body).post(NOTES).then();
  }

  static long newNote() {
    return post(NOTE).statusCode(201).extract().jsonPath().getLong("id");
  }
}
