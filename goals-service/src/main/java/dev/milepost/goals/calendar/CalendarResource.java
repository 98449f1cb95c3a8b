package dev.milepost.goals.calendar;

import dev.milepost.goals.calendar.CalendarSettings.PeriodView;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fiscal calendar over HTTP. */
@Path("/v1/calendars/fiscal")
@Tag(name = "Calendars", description = "Which stretch of time a label such as 2017-Q4 names.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CalendarResource {
  private final Calendars calendars;
  private final RequestCause cause;

  CalendarResource(Calendars calendars, RequestCause cause) {
    this.calendars = calendars;
    this.cause = cause;
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getFiscalCalendar", summary = "Read the fiscal calendar")
  public CalendarSettings.View get() {
    return CalendarSettings.View.of(calendars.current());
  }

  @PUT
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "changeFiscalCalendar",
      summary = "Change the fiscal calendar",
      description = "Goals keep the instants they were proposed with.")
  @APIResponseSchema(
      value = CalendarSettings.View.class,
      responseCode = "200",
      responseDescription = "Changed")
  @APIResponse(responseCode = "422", description = "It contradicts itself (calendar-invalid).")
  public CalendarSettings.View change(
      @BeanParam IfMatch ifMatch, @NotNull @Valid CalendarSettings settings) {
    return CalendarSettings.View.of(calendars.change(settings, ifMatch, cause.current()));
  }

  @GET
  @Path("/periods/{label}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getPeriod", summary = "Read which stretch of time a label names")
  public PeriodView period(
      @Parameter(
              description =
                  "2017 (fiscal year), 2017-Q4, 2017-P10 (in years of weeks), 2017-10 (calendar"
                      + " month), 2017-W40, or a custom period's label.",
              example = "2017-Q4")
          @PathParam("label")
          String label) {
    return calendars
        .fiscal()
        .period(label)
        .map(PeriodView::of)
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
