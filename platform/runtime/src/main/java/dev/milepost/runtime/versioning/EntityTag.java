package dev.milepost.runtime.versioning;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Adds the strong {@code ETag} of a versioned view. */
@Provider
public class EntityTag implements ContainerResponseFilter {
  /** The header value for a version, quotes included. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Versioned view
        && response.getStatus() < 300
        && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
      response.getHeaders().add(HttpHeaders.ETAG, of(view.version()));
    }
  }
}
