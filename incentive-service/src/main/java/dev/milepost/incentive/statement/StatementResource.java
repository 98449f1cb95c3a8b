package dev.milepost.incentive.statement;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements: one's own, those of the people one manages; finance reads all. */
@Path("/v1/statements")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
@Tag(name = "Statements")
class StatementResource {
  private final Statements statements;

  StatementResource(Statements statements) {
    this.statements = statements;
  }

  @GET
  @Operation(
      operationId = "readStatement",
      summary = "Read a participant's statement for a period",
      description = "Totals are of all lines; the lines themselves come in pages.")
  public Statement read(
      @Parameter(description = "Id of the participant.", example = "darcel-schlecht")
          @QueryParam("participant")
          @NotBlank
          String participant,
      @Parameter(description = "Label of the goals' period.", example = "2017-Q4")
          @QueryParam("period")
          @NotBlank
          String period,
      @BeanParam PageRequest page) {
    return statements
        .draw(participant, period, page)
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
