package dev.milepost.tracking.progress;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.query.GoalFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Progress of goals, over HTTP. */
@Path("/v1/progress")
@Tag(name = "Progress", description = "How far goals are, and which sales made it so.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
class ProgressResource {
  private final ProgressReads reads;

  ProgressResource(ProgressReads reads) {
    this.reads = reads;
  }

  @GET
  @Operation(
      operationId = "listProgress",
      summary = "List how far goals are",
      description = "Goals of owners that the caller may see, by goal id; without cancelled ones.")
  public Page<ProgressView> list(@BeanParam GoalFilter filter, @BeanParam PageRequest page) {
    return reads.list(filter, page);
  }

  @GET
  @Path("/{goalId}")
  @Operation(operationId = "getProgress", summary = "Read how far one goal is")
  public ProgressView get(@PathParam("goalId") String goalId) {
    return found(reads.find(goalId));
  }

  @GET
  @Path("/{goalId}/entries")
  @Operation(
      operationId = "listProgressEntries",
      summary = "List the lines that a goal's progress adds up from",
      description = "In the order of booking. Lines of colleagues are left out for a rep.")
  public Page<EntryView> entries(@PathParam("goalId") String goalId, @BeanParam PageRequest page) {
    return found(reads.entries(goalId, page));
  }

  private static <T> T found(Optional<T> answer) {
    return answer.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
