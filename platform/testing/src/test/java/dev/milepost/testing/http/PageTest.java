package dev.milepost.testing.http;

import static dev.milepost.testing.http.Client.NOTES;
import static dev.milepost.testing.http.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class PageTest {
  @Test
  void followingTheLinksReadsEveryRowOnceAndInOrder() {
    for (int i = 0; i < 5; i++) {
      Client.newNote();
    }
    List<Long> seen = new ArrayList<>();

    String next = NOTES + "?limit=2&title=a";
    while (next != null) {
      ExtractableResponse<Response> page =
          as("ann").urlEncodingEnabled(false).get(next).then().extract();
      seen.addAll(page.jsonPath().getList("items.id", Long.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }

    assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void lastPageSaysThatThereIsNoNext() {
    Client.newNote();

    ValidatableResponse page = as("ann").get(NOTES + "?limit=500").then();

    page.statusCode(200)
        .body("$", hasKey("next"))
        .body("next", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void writesDecimalsAsStringsAndRatiosAsNumbers() {
    ValidatableResponse note = Client.post(Client.NOTE);

    note.statusCode(201).body("weight", is("1.50")).body("share", is(0.5f));
    assertThat(note.extract().asString()).contains("\"share\":0.5");
  }

  @Test
  void givesFiftyUnlessAskedForMore() {
    for (int i = 0; i < 51; i++) {
      Client.newNote();
    }

    as("ann").get(NOTES).then().body("items", hasSize(50));
    as("ann").get(NOTES + "?limit=500").then().body("next", nullValue());
  }
}
