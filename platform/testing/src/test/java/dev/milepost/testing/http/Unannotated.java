package dev.milepost.testing.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says nothing about who may call it. */
@Path("/v1/unannotated")
class Unannotated {
  @GET
  @Operation(hidden = true)
  public String read() {
    return "open";
  }
}
