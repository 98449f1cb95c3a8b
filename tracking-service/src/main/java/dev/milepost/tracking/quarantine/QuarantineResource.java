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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
  private final ReplayDesk replays;
  private final RepairDesk repairs;
  private final Caller caller;

  QuarantineResource(QuarantineDesk desk, ReplayDesk replays, RepairDesk repairs, Caller caller) {
    this.desk = desk;
    this.replays = replays;
    this.repairs = repairs;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listQuarantinedSalesEvents",
      summary = "List sales events that were set aside",
      description =
          "The oldest first; those that wait, or those that were sent again; without payloads.")
  public Page<QuarantinedEvent> list(
      @BeanParam QuarantineQuery query, @BeanParam PageRequest page) {
    Cursor last = page.position().orElse(null);
    List<QuarantinedRecord> rows =
        desk.list(
            TOPIC,
            query.filter(),
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

  @POST
  @Path("/{id}/repair")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "repairQuarantinedSalesEvent",
      summary = "Put a sales event right and send it again",
      description =
          "Takes the whole data, corrected, and source, id and type where those were at fault. It is"
              + " held to the same rules as at the door. The event as it came stays readable,"
              + " together with what was sent, what differs, who sent it and when.")
  @APIResponseSchema(
      value = QuarantinedEvent.class,
      responseCode = "200",
      responseDescription = "OK")
  @APIResponse(responseCode = "409", description = "The event is too large to be sent.")
  public QuarantinedEvent repair(@PathParam("id") UUID id, @NotNull @Valid EventRepair repair) {
    return found(repairs.repair(id, repair, caller.principal()).map(QuarantinedEvent::withPayload));
  }

  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replayQuarantinedSalesEvents",
      summary = "Send many sales events again, as they came",
      description =
          "Those with the given ids, or all that wait and fit the description; at most 500 at once,"
              + " the oldest first. Answered per item: one that cannot be sent does not hold up the"
              + " others.")
  @APIResponseSchema(value = Replays.class, responseCode = "200", responseDescription = "OK")
  public Replays replay(@NotNull @Valid ReplayRequest request) {
    return replays.replay(request, caller.principal());
  }

  @POST
  @Path("/repair")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "repairQuarantinedSalesEvents",
      summary = "Put many sales events right and send them again",
      description =
          "Each as if it were put right alone; at most 500 at once. Answered per item, in the order"
              + " of the request: one that still breaks a rule does not hold up the others, and one"
              + " that an earlier item names is refused. Pointers of an item's problem are into its"
              + " repair.")
  @APIResponseSchema(value = Replays.class, responseCode = "200", responseDescription = "OK")
  public Replays repair(@NotNull @Valid EventRepair.Batch batch) {
    return replays.repair(batch, caller.principal());
  }

  private static QuarantinedEvent found(Optional<QuarantinedEvent> event) {
    return event.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
