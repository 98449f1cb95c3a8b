package dev.milepost.runtime.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept and given again.
 *
 * @param body the JSON as it was sent; null for an answer without a body
 */
record StoredAnswer(
    int status, @Nullable String location, @Nullable String etag, @Nullable String body) {

  Response replay() {
    Response.ResponseBuilder answer = Response.status(status).header("Idempotent-Replayed", "true");
    if (location != null) {
      answer.header(HttpHeaders.LOCATION, location);
    }
    if (etag != null) {
      answer.header(HttpHeaders.ETAG, etag);
    }
    if (body != null) {
      answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }
    return answer.build();
  }
}
