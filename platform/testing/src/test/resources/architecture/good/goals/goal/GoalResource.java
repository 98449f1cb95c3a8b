package dev.milepost.goals.goal;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/v1/goals")
@Authenticated
class GoalResource {
  @GET
  public String list() {
    return "";
  }

  @POST
  @RolesAllowed("manager")
  public String create() {
    return "";
  }
}
