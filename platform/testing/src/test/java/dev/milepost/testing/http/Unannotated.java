package dev.milepost.testing.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing about who may call it. */
@Path("/v1/unannotated")
class Unannotated {
  @GET
  public String read() {
    return "open";
  }
}
