package dev.milepost.goals.directory;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Participants over HTTP. */
@Path("/v1/participants")
@Tag(name = "Participants", description = "The people of the sales organisation.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ParticipantResource {
  private final Participants participants;
  private final Imports imports;
  private final RequestCause cause;

  ParticipantResource(Participants participants, Imports imports, RequestCause cause) {
    this.participants = participants;
    this.imports = imports;
    this.cause = cause;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listParticipants",
      summary = "List the participants that the caller may see")
  public Page<ParticipantView> list(@BeanParam PageRequest page) {
    return participants.list(page).map(ParticipantView::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getParticipant", summary = "Read a participant")
  public ParticipantView get(@PathParam("id") String id) {
    return ParticipantView.of(participants.get(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "putParticipant",
      summary = "Create or replace a participant",
      description = "Replacing needs If-Match with the version that is replaced.")
  @APIResponse(responseCode = "422", description = "It contradicts itself (participant-invalid).")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = ParticipantView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "Location",
              description = "Where it is.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ParticipantView.class)))
  public Response put(
      @PathParam("id") @Pattern(regexp = CsvTable.ID) String id,
      @BeanParam IfMatch ifMatch,
      @NotNull @Valid ParticipantRequest request) {
    Change<ParticipantChanged> change = participants.put(id, request, ifMatch, cause.current());
    Response.ResponseBuilder answer =
        change.status() == Change.Status.CREATED
            ? Response.created(URI.create("/v1/participants/" + id))
            : Response.ok();
    return answer.entity(ParticipantView.of(change.result())).build();
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "importParticipants",
      summary = "Import participants from CSV",
      description =
          "Columns, in any order, named in the first line: id, name, role, from, to, active. Only"
              + " id and name are needed. A row sets the name, and the role from `from` to before"
              + " `to` (dates or instants; empty is open). What a row does not mention stays as it"
              + " was, and importing a table twice changes nothing. A row that is refused does not"
              + " refuse others; what the others make of a participant is one change.")
  public Page<Imports.Item> importCsv(@NotBlank String csv) {
    return imports.participants(csv, cause.current());
  }
}
