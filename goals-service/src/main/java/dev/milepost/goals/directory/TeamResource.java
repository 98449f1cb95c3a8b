package dev.milepost.goals.directory;

import dev.milepost.contract.TeamChanged;
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

/** Teams over HTTP. */
@Path("/v1/teams")
@Tag(name = "Teams", description = "The teams of the sales organisation and how they nest.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TeamResource {
  private final Teams teams;
  private final Imports imports;
  private final RequestCause cause;

  TeamResource(Teams teams, Imports imports, RequestCause cause) {
    this.teams = teams;
    this.imports = imports;
    this.cause = cause;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listTeams", summary = "List the teams that the caller may see")
  public Page<TeamView> list(@BeanParam PageRequest page) {
    return teams.list(page).map(TeamView::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getTeam", summary = "Read a team")
  public TeamView get(@PathParam("id") String id) {
    return TeamView.of(teams.get(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "putTeam",
      summary = "Create or replace a team",
      description =
          "With everything that was ever valid. Replacing needs If-Match with the version that is"
              + " replaced.")
  @APIResponse(
      responseCode = "422",
      description = "It contradicts itself or the directory (team-invalid).")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = TeamView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "Location",
              description = "Where it is.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = TeamView.class)))
  public Response put(
      @PathParam("id") @Pattern(regexp = CsvTable.ID) String id,
      @BeanParam IfMatch ifMatch,
      @NotNull @Valid TeamRequest request) {
    Change<TeamChanged> change = teams.put(id, request, ifMatch, cause.current());
    Response.ResponseBuilder answer =
        change.status() == Change.Status.CREATED
            ? Response.created(URI.create("/v1/teams/" + id))
            : Response.ok();
    return answer.entity(TeamView.of(change.result())).build();
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "importTeams",
      summary = "Import teams from CSV",
      description =
          "Columns, in any order, named in the first line: id, name, parent, manager, members,"
              + " from, to. Only id and name are needed. A row sets the name and, from `from` to"
              + " before `to` (dates or instants; empty is open), the team above, the manager, and"
              + " further members (ids, separated by semicolons). What a row does not mention stays"
              + " as it was, and importing a table twice changes nothing. Rows are taken in the"
              + " order of the table, and a row that is refused does not refuse others; what the"
              + " others make of a team is one change."
              + " Participants come first, and a team after the team above it.")
  public Page<Imports.Item> importCsv(@NotBlank String csv) {
    return imports.teams(csv, cause.current());
  }
}
