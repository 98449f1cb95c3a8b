package dev.milepost.tracking.quarantine;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sales events that were set aside, over HTTP. */
@Path("/v1/sales-events/quarantine")
@Tag(name = "Quarantine", description = "Sales events that could not be used, and why.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SALES_OPS)
class QuarantineResource {
  private static final String TOPIC = Topic.SALES_EVENTS.topicName();

  private final QuarantineDesk desk;
  private final Caller caller;

  QuarantineResource(QuarantineDesk desk, Caller caller) {
    this.desk = desk;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listQuarantinedSalesEvents",
      summary = "List sales events that were set aside",
      description = "The oldest first; without those that were sent again, and without payloads.")
  public Page<QuarantinedEvent> list(@BeanParam PageRequest page) {
    Cursor last = page.position().orElse(null);
    List<QuarantinedRecord> rows =
        desk.waiting(
            TOPIC,
            last == null ? null : last.instant(0),
            last == null ? null : last.uuid(1),
            page.fetch());
    return Page.of(rows, page, row -> Cursor.of(row.recordedAt(), row.id()))
        .map(QuarantinedEvent::of);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getQuarantinedSalesEvent",
      summary = "Read a sales event that was set aside",
      description = "With its payload; also when it was sent again.")
  public QuarantinedEvent get(@PathParam("id") UUID id) {
    return found(desk.find(TOPIC, id).map(QuarantinedEvent::withPayload));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      operationId = "replayQuarantinedSalesEvent",
      summary = "Send a sales event again, as it came",
      description =
          "For when its reason is gone. It leaves the list; if it still cannot be used, it comes"
              + " back as another one.")
  @APIResponseSchema(
      value = QuarantinedEvent.class,
      responseCode = "200",
      responseDescription = "OK")
  @APIResponse(responseCode = "409", description = "The event is too large to be sent again.")
  public QuarantinedEvent replay(@PathParam("id") UUID id) {
    return found(desk.replay(TOPIC, id, caller.principal()).map(QuarantinedEvent::of));
  }

  private static QuarantinedEvent found(Optional<QuarantinedEvent> event) {
    return event.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
