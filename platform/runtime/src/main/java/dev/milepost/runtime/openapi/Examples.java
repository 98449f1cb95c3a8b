package dev.milepost.runtime.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Gives bodies their examples: as the resource declares them, else from {@code
 * openapi/<operationId>.json} on the class path, for every media type of the body the same, else
 * put together from the examples of their fields.
 */
final class Examples {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String REQUEST = "request";

  private final SchemaSample samples;

  Examples(SchemaSample samples) {
    this.samples = samples;
  }

  void addTo(Operation operation) {
    Map<String, Object> examples = read(operation.getOperationId());
    if (operation.getRequestBody() != null) {
      put(operation.getRequestBody().getContent(), examples.get(REQUEST));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> put(response.getContent(), examples.get(status)));
  }

  private void put(@Nullable Content content, @Nullable Object example) {
    if (content != null && content.getMediaTypes() != null) {
      content.getMediaTypes().values().forEach(mediaType -> put(mediaType, example));
    }
  }

  private void put(MediaType mediaType, @Nullable Object example) {
    if (mediaType.getExample() != null || mediaType.getExamples() != null) {
      return;
    }
    if (example != null) {
      mediaType.setExample(example);
    } else {
      Optional.ofNullable(mediaType.getSchema())
          .flatMap(samples::of)
          .ifPresent(mediaType::setExample);
    }
  }

  private static Map<String, Object> read(@Nullable String operationId) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream("openapi/" + operationId + ".json")) {
      return in == null ? Map.of() : MAPPER.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("openapi/" + operationId + ".json", e);
    }
  }
}
