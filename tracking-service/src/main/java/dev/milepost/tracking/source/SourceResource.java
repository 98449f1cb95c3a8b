package dev.milepost.tracking.source;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.sale.KeyRule;
import dev.milepost.tracking.sale.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Systems that send sales events, over HTTP. */
@Path("/v1/sources")
@Tag(name = "Sources", description = "Who sends sales events, and how complete they are.")
@Produces(MediaType.APPLICATION_JSON)
class SourceResource {
  private static final String WATERMARK = "/{source}/watermark";

  private final SourceReads reads;
  private final Watermarks watermarks;

  SourceResource(SourceReads reads, Watermarks watermarks) {
    this.reads = reads;
    this.watermarks = watermarks;
  }

  @GET
  @RolesAllowed({Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listSources",
      summary = "List the systems that send sales events",
      description = "By name, with those that declared a watermark and have sent nothing yet.")
  public Page<SourceView> list(@BeanParam PageRequest page) {
    return reads.list(page);
  }

  @GET
  @Path(WATERMARK)
  @RolesAllowed({Roles.INTEGRATION, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "getSourceWatermark",
      summary = "Read up to when a source has sent everything",
      description = "The source is URL-encoded. An integration reads that of its own source.")
  public WatermarkView get(@PathParam("source") String source) {
    return watermarks.find(source).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  @PUT
  @Path(WATERMARK)
  @RolesAllowed({Roles.INTEGRATION, Roles.SALES_OPS})
  @Operation(
      operationId = "declareSourceWatermark",
      summary = "Declare that everything that occurred before an instant has been sent",
      description =
          "The source is URL-encoded, and belongs to the first integration that declares for it. A"
              + " watermark only rises; sales-ops may lower one that was declared too high, with"
              + " correction = true.")
  @APIResponseSchema(
      value = WatermarkView.class,
      responseCode = "200",
      responseDescription = "The watermark that stands.")
  @APIResponse(responseCode = "409", description = "A higher watermark of the source is known.")
  public WatermarkView declare(
      @PathParam("source") String source, @NotNull @Valid WatermarkDraft draft) {
    KeyRule.violation("", source).ifPresent(SourceResource::refuse);
    return watermarks.declare(source, draft);
  }

  private static void refuse(Violation violation) {
    throw ProblemException.of(CommonProblem.INVALID_REQUEST)
        .parameter("source", violation.code(), violation.arguments().toArray());
  }
}
