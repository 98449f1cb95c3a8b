package dev.milepost.goals.goal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/goals")
class Unguarded {
  @GET
  public String list() {
    return "";
  }
}
