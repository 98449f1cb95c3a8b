package dev.milepost.analytics.trend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.analytics.Organisation;
import dev.milepost.analytics.SalesWorld;
import dev.milepost.analytics.TestMetrics;
import dev.milepost.analytics.Told;
import dev.milepost.contract.EventType;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class TrendAccessTest {
  @Inject TestBroker broker;

  @BeforeEach
  void sellSomething() {
    SalesWorld world =
        new SalesWorld("access")
            .sale("1", EventType.DEAL_WON, "2017-10-05", "100", "acme")
            .credit("1", "2017-10-05", "ann", "1", Organisation.RED);
    world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, Organisation.told());
    Told.inOrder(broker, world.told());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> status(Organisation.salesOps(), "TEAM", "blue") == 200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> status(Organisation.manager("bill"), "PARTICIPANT", "dee") == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "ann, PARTICIPANT, ann, 200", // own
    "ann, TEAM, red, 200", // totals of the teams above
    "ann, TEAM, company, 200",
    "ann, PARTICIPANT, bob, 404", // a colleague
    "ann, TEAM, blue, 404", // another team
    "ann, PARTICIPANT, nobody, 404"
  })
  void aRepSeesOwnSalesAndTheTeamsAbove(String rep, String type, String owner, int status) {
    expect(Organisation.rep(rep), type, owner, status);
  }

  @ParameterizedTest
  @CsvSource({
    "rita, PARTICIPANT, bob, 200",
    "rita, TEAM, red, 200",
    "rita, TEAM, company, 200",
    "rita, PARTICIPANT, cid, 404",
    "rita, TEAM, blue, 404"
  })
  void aManagerSeesTheSubtree(String manager, String type, String owner, int status) {
    expect(Organisation.manager(manager), type, owner, status);
  }

  @ParameterizedTest
  @CsvSource({
    "PARTICIPANT, cid, 200",
    "TEAM, blue, 200",
    "PARTICIPANT, nobody, 404",
    "TEAM, ann, 404"
  })
  void salesOperationsAndFinanceSeeEverybodyWhoIsKnown(String type, String owner, int status) {
    expect(Organisation.salesOps(), type, owner, status);
    expect(Organisation.finance(), type, owner, status);
  }

  @ParameterizedTest
  @CsvSource({"ann, rep, 200", "stranger, rep, 404", "stranger, manager, 404"})
  void theOrganisationIsForThoseWhoSeeItsRoot(String participant, String role, int status) {
    organisation(TestTokens.as(participant, participant, role)).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"sales-ops, 200", "finance, 200", "integration, 403"})
  void theOrganisationIsForThoseWhoSeeAll(String role, int status) {
    organisation(TestTokens.as("someone", null, role)).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"newcomer, 200", "ann, 404"})
  void ownSalesNeedOnlyTheToken(String owner, int status) {
    expect(TestTokens.as("newcomer", "newcomer", Roles.REP), "PARTICIPANT", owner, status);
  }

  private static void expect(String token, String type, String owner, int status) {
    assertThat(status(token, type, owner)).isEqualTo(status);
  }

  private static int status(String token, String type, String owner) {
    return request(token)
        .queryParam("ownerType", type)
        .queryParam("owner", owner)
        .get("/v1/trends")
        .statusCode();
  }

  private static Response organisation(String token) {
    return request(token).get("/v1/trends");
  }

  private static RequestSpecification request(String token) {
    return given().auth().oauth2(token).queryParam("metric", "access-won-revenue");
  }
}
