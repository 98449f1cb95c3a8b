package dev.milepost.goals.goal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/metrics")
class WideOpen {
  @GET
  @PermitAll
  public String list() {
    return "";
  }
}
