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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sales events, over HTTP. */
@Path("/v1/sales-events")
@Tag(name = "Sales events", description = "Facts from other systems.")
@Produces(MediaType.APPLICATION_JSON)
class SalesEventsResource {
  static final String EVENT = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  private static final String BATCH_EXAMPLE =
      """
      [{"specversion": "1.0", "id": "deal-1C1I7A6R", "source": "/crm",
        "type": "dev.milepost.sales.deal.won",
        "data": {"occurredAt": "2017-11-05T10:00:00Z", "participantId": "darcel-schlecht",
                 "amount": {"amount": "1054.00", "currency": "USD"}}},
       {"specversion": "1.0", "id": "deal-Z063OYW0", "source": "/crm",
        "type": "dev.milepost.sales.deal.won",
        "data": {"occurredAt": "2017-11-05T11:00:00Z", "participantId": "moses-frase",
                 "amount": {"amount": "550.00", "currency": "USD"}}}]
      """;

  private final IntakeDesk desk;

  SalesEventsResource(IntakeDesk desk) {
    this.desk = desk;
  }

  @POST
  @Consumes({EVENT, BATCH})
  @RolesAllowed(Roles.INTEGRATION)
  @Operation(
      operationId = "sendSalesEvents",
      summary = "Send one sales event, or a batch",
      description =
          "CloudEvents in JSON. The same event sent again has no effect; another one under the same"
              + " source and id is a conflict. A batch is answered per item with 200, and a bad"
              + " item does not refuse the others.")
  @RequestBody(
      content = {
        @Content(mediaType = EVENT, schema = @Schema(implementation = SalesCloudEvent.class)),
        @Content(
            mediaType = BATCH,
            schema = @Schema(implementation = SalesCloudEvent[].class),
            example = BATCH_EXAMPLE)
      })
  @APIResponse(
      responseCode = "202",
      description = "The event is new and will be counted.",
      content = @Content(schema = @Schema(implementation = IntakeItem.class)))
  @APIResponse(
      responseCode = "200",
      description = "The event was known already; or what became of each event of a batch.",
      content = @Content(schema = @Schema(anyOf = {IntakeItem.class, IntakeBatch.class})))
  @APIResponse(responseCode = "400", description = "The event is not valid.")
  @APIResponse(responseCode = "409", description = "The event is known with other content.")
  public Response send(@NotNull JsonNode body) {
    if (body.isArray()) {
      return Response.ok(desk.batch(body)).build();
    }
    IntakeItem item = desk.one(body);
    return Response.status(item.outcome() == Outcome.ACCEPTED ? 202 : 200).entity(item).build();
  }
}
