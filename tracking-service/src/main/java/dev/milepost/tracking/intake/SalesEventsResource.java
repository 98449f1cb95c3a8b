package dev.milepost.tracking.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.runtime.access.Roles;
import dev.milepost.tracking.intake.IntakeItem.Outcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sales events, over HTTP. */
@Path("/v1/sales-events")
@Tag(name = "Sales events", description = "Facts from other systems.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INTEGRATION)
class SalesEventsResource {
  static final String EVENT = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  private final IntakeDesk desk;

  SalesEventsResource(IntakeDesk desk) {
    this.desk = desk;
  }

  @POST
  @Consumes(EVENT)
  @Operation(
      operationId = "sendSalesEvent",
      summary = "Send one sales event",
      description = "A CloudEvent in structured JSON mode; the same one sent again has no effect.")
  public Response one(@NotNull JsonNode event) {
    IntakeItem item = desk.one(event);
    return Response.status(item.outcome() == Outcome.ACCEPTED ? 202 : 200).entity(item).build();
  }

  @POST
  @Consumes(BATCH)
  @Operation(
      operationId = "sendSalesEvents",
      summary = "Send a batch of sales events",
      description = "Says of each event what became of it; a bad one does not refuse the others.")
  public IntakeBatch batch(@NotNull JsonNode events) {
    return desk.batch(events);
  }
}
