package dev.milepost.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.runtime.access.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The API document of a service is reviewed like code: what the service serves is what is committed
 * in {@code src/main/openapi/openapi.yaml}, and it keeps the rules of {@link OpenApiLint}.
 *
 * <p>A service extends this with a {@code @QuarkusTest}. After a wanted change of the API, run it
 * with {@code -Dmilepost.update-documents=true}, and review the difference.
 */
public abstract class OpenApiContract {
  private final Path committed;

  /** For a service's document, {@code src/main/openapi/openapi.yaml} of its module. */
  protected OpenApiContract() {
    this("src/main/openapi/openapi.yaml");
  }

  /** For a document at another place in the module. */
  protected OpenApiContract(String committed) {
    this.committed = Path.of(committed);
  }

  @Test
  void committedDocumentIsTheServedOne() throws IOException {
    String served = served("YAML");

    if (Boolean.getBoolean("milepost.update-documents")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, served);
    }

    assertThat(committed)
        .withFailMessage("%s is missing; -Dmilepost.update-documents=true writes it", committed)
        .exists();
    assertThat(served)
        .as("served document; -Dmilepost.update-documents=true takes it over")
        .isEqualTo(Files.readString(committed));
  }

  @Test
  void documentKeepsTheRules() throws JsonProcessingException {
    OpenApiLint lint = new OpenApiLint(new ObjectMapper().readTree(served("JSON")));

    assertThat(lint.faults()).isEmpty();
  }

  private static String served(String format) {
    return given()
        .auth()
        .oauth2(TestTokens.as("reader", null, Roles.SALES_OPS))
        .queryParam("format", format)
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
