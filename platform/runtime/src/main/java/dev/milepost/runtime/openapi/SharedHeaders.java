package dev.milepost.runtime.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The headers of creations, versions and pages. */
final class SharedHeaders {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private SharedHeaders() {}

  static void addTo(Endpoint endpoint) {
    if (endpoint.creates() && !endpoint.has(IDEMPOTENCY_KEY)) {
      endpoint.operation().addParameter(idempotencyKey());
    }
    Map<String, APIResponse> responses = endpoint.operation().getResponses().getAPIResponses();
    if (endpoint.creates()) {
      add(responses.get("201"), "Location", "Where the new resource is.");
    }
    if (endpoint.isVersioned()) {
      add(responses.get("200"), "ETag", "The new version, for the next `If-Match`.");
    }
    if (endpoint.has("cursor")) {
      add(responses.get("200"), "Link", "The next page, `rel=\"next\"`; absent on the last.");
    }
  }

  private static void add(@Nullable APIResponse response, String name, String description) {
    if (response != null) {
      Header header = OASFactory.createHeader().description(description).schema(text());
      response.addHeader(name, header);
    }
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name(IDEMPOTENCY_KEY)
        .in(Parameter.In.HEADER)
        .description(
            "Makes the request safe to repeat: within 24 hours the same key gets the same answer"
                + " and no second effect.")
        .schema(text().maxLength(255));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
