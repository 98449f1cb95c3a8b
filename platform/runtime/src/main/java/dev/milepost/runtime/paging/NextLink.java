package dev.milepost.runtime.paging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Adds {@code Link: <…>; rel="next"} to a page that has one after it. */
@Provider
class NextLink implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HasNext page && page.next() != null) {
      response
          .getHeaders()
          .add(
              HttpHeaders.LINK, "<" + after(request.getUriInfo(), page.next()) + ">; rel=\"next\"");
    }
  }

  /** Relative, so that it holds behind any host name and prefix a proxy may add. */
  private static URI after(UriInfo uri, String next) {
    URI absolute =
        UriBuilder.fromUri(uri.getRequestUri()).replaceQueryParam(PageRequest.CURSOR, next).build();
    return URI.create(absolute.getRawPath() + "?" + absolute.getRawQuery());
  }
}
