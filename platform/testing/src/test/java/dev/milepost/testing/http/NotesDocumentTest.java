package dev.milepost.testing.http;

import dev.milepost.testing.OpenApiContract;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class NotesDocumentTest extends OpenApiContract {
  NotesDocumentTest() {
    super("src/test/openapi/openapi.yaml");
  }
}
