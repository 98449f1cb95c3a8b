package dev.milepost.runtime.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Two bodies are the same request when their JSON is, whatever the order of its members. */
final class RequestHash {
  private RequestHash() {}

  static byte[] of(ObjectMapper mapper, @Nullable Object body) {
    try {
      JsonNode tree = mapper.valueToTree(body);
      byte[] canonical =
          mapper.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED).writeValueAsBytes(tree);
      return MessageDigest.getInstance("SHA-256").digest(canonical);
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
