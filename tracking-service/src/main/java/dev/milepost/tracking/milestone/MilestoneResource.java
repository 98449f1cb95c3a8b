package dev.milepost.tracking.milestone;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.tracking.query.GoalFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Milestones of goals, over HTTP. */
@Path("/v1/milestones")
@Tag(name = "Milestones", description = "Points on the way to goals, and when they were reached.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
class MilestoneResource {
  private final MilestoneReads reads;

  MilestoneResource(MilestoneReads reads) {
    this.reads = reads;
  }

  @GET
  @Operation(
      operationId = "listMilestones",
      summary = "List milestones",
      description = "Of goals that the caller may see, by goal and threshold.")
  public Page<MilestoneView> list(
      @BeanParam GoalFilter filter,
      @Parameter(description = "Only those that are reached, or only those that are not.")
          @QueryParam("reached")
          @Nullable Boolean reached,
      @BeanParam PageRequest page) {
    return reads.list(filter, reached, page);
  }
}
