package dev.milepost.goals;

import static io.restassured.RestAssured.given;

import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as its clients see it, and the people who call it. */
public final class Api {
  public static final String OTTO = TestTokens.as("otto", null, Roles.SALES_OPS);
  public static final String OLGA = TestTokens.as("olga", null, Roles.SALES_OPS);
  public static final String FINN = TestTokens.as("finn", null, Roles.FINANCE);
  public static final String CRM = TestTokens.as("crm", null, Roles.INTEGRATION);
  public static final String RITA = TestTokens.as("rita", "rita", Roles.MANAGER);
  public static final String MIA = TestTokens.as("mia", "mia", Roles.MANAGER, Roles.REP);
  public static final String MAX = TestTokens.as("max", "max", Roles.MANAGER, Roles.REP);
  public static final String ANNA = TestTokens.as("anna", "anna", Roles.REP);
  public static final String BEN = TestTokens.as("ben", "ben", Roles.REP);
  public static final String CARA = TestTokens.as("cara", "cara", Roles.REP);

  private static final String PARTICIPANTS =
      """
      id,name,role,from
      rita,Rita,regional-manager,2016-01-01
      mia,Mia,manager,2016-01-01
      max,Max,manager,2016-01-01
      anna,Anna,account-executive,2016-01-01
      ben,Ben,account-executive,2016-01-01
      cara,Cara,account-executive,2016-01-01
      """;

  private static final String TEAMS =
      """
      id,name,parent,manager,members,from
      company,Company,,,,2016-01-01
      west,West,company,rita,,2016-01-01
      team-mia,Mia's team,west,mia,anna;ben,2016-01-01
      team-max,Max's team,west,max,cara,2016-01-01
      """;

  private Api() {}

  /** Company over west (Rita's) over the teams of Mia (Anna, Ben) and Max (Cara). */
  public static void organise() {
    csv(OTTO, "/v1/participants/import", PARTICIPANTS).then().statusCode(200);
    csv(OTTO, "/v1/teams/import", TEAMS).then().statusCode(200);
  }

  /** A SUM metric, if it is not there yet. */
  public static void metric(String key) {
    post(
        OTTO,
        "/v1/metrics",
        """
        {"key":"%s","name":"Won revenue","unit":"USD","aggregation":"SUM",
         "qualifies":"event.type == 'dev.milepost.sales.deal.won'","value":"event.amount"}
        """
            .formatted(key));
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).accept("application/json, application/problem+json");
  }

  public static Response get(String token, String path) {
    return as(token).get(path);
  }

  public static Response post(String token, String path, @Nullable String body) {
    RequestSpecification request = as(token).contentType(ContentType.JSON);
    return (body == null ? request : request.body(body)).post(path);
  }

  public static Response put(String token, String path, @Nullable String etag, String body) {
    return as(token)
        .contentType(ContentType.JSON)
        .headers(etag == null ? Map.of() : Map.of("If-Match", etag))
        .body(body)
        .put(path);
  }

  public static Response csv(String token, String path, String body) {
    return as(token).contentType("text/csv").body(body).post(path);
  }
}
