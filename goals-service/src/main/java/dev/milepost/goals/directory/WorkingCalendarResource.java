package dev.milepost.goals.directory;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Working calendars over HTTP. */
@Path("/v1/calendars/working")
@Tag(name = "Working calendars", description = "On which days each team works.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class WorkingCalendarResource {
  private static final int MOST_ROWS = 10_000;

  private final WorkingCalendars calendars;
  private final RequestCause cause;

  WorkingCalendarResource(WorkingCalendars calendars, RequestCause cause) {
    this.calendars = calendars;
    this.cause = cause;
  }

  /** A table of working days. */
  @Schema(name = "WorkingDayTable")
  record Table(@NotEmpty @Size(max = MOST_ROWS) List<@NotNull WorkingDayRow> rows) {}

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listWorkingDays",
      summary = "List the rows of a team's working calendar",
      description =
          "By date. A year without rows is answered by the team above and in the end by the"
              + " organisation; where nobody has rows of it, Monday to Friday are working days.")
  public Page<WorkingDayView> list(
      @Parameter(
              description = "Id of the team. Leave it out for the organisation's own rows.",
              example = "west")
          @QueryParam("team")
          @Nullable String team,
      @Parameter(description = "Leave it out for all years.", example = "2017") @QueryParam("year")
          @Nullable Integer year,
      @BeanParam PageRequest page) {
    return calendars.list(team, year, page);
  }

  @POST
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "importWorkingDays",
      summary = "Import rows of working calendars",
      description =
          "A row puts a HOLIDAY or a WORKING day (such as a weekend that makes up for a holiday)"
              + " into the calendar of a team, or without one of the organisation, in the place of"
              + " the row of that day; NONE takes it back. Rows are taken in their order, and one"
              + " that is refused does not refuse others. Importing a table twice changes nothing.")
  public Page<WorkingDayView.Imported> importRows(@NotNull @Valid Table table) {
    return calendars.take(table.rows(), cause.current());
  }

  @POST
  @Path("/import")
  @Consumes("text/csv")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "importWorkingDaysCsv",
      summary = "Import rows of working calendars from CSV",
      description =
          "As importWorkingDays. Columns, in any order, named in the first line: team, date, kind,"
              + " name. Only date and kind are needed.")
  public Page<WorkingDayView.Imported> importCsv(@NotBlank String csv) {
    return calendars.takeCsv(csv, cause.current());
  }
}
