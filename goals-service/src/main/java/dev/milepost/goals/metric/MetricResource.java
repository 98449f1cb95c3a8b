package dev.milepost.goals.metric;

import dev.milepost.contract.MetricDefined;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.idempotency.Idempotent;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Metrics over HTTP. */
@Path("/v1/metrics")
@Tag(name = "Metrics", description = "What is measured, defined at run time and versioned.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MetricResource {
  private final Metrics metrics;

  MetricResource(Metrics metrics) {
    this.metrics = metrics;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "defineMetric",
      summary = "Define a metric",
      description =
          "Its expressions are compiled and checked; a faulty one is refused with the place of the"
              + " fault.")
  @APIResponse(
      responseCode = "409",
      description = "There is a metric with this key already (metric-exists).")
  @APIResponse(
      responseCode = "422",
      description =
          "It could not be computed (metric-invalid); a faulty expression with its place.")
  @APIResponseSchema(
      value = MetricView.class,
      responseCode = "201",
      responseDescription = "Defined")
  public Response define(@NotNull @Valid MetricDefinition definition) {
    MetricDefined metric = metrics.define(definition);
    return Response.created(URI.create("/v1/metrics/" + metric.key()))
        .entity(MetricView.of(metric.latest()))
        .build();
  }

  @GET
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "listMetrics", summary = "List metrics, each in its newest version")
  public Page<MetricView> list(@BeanParam PageRequest page) {
    return metrics.list(page).map(MetricView::of);
  }

  @GET
  @Path("/{key}")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(operationId = "getMetric", summary = "Read a metric in its newest version")
  public MetricView get(@PathParam("key") String key) {
    return MetricView.of(metrics.get(key).latest());
  }

  @PUT
  @Path("/{key}")
  @RolesAllowed(Roles.SALES_OPS)
  @Operation(
      operationId = "changeMetric",
      summary = "Define the next version of a metric",
      description = "Goals that are proposed or agreed keep the version they were proposed with.")
  @APIResponseSchema(
      value = MetricView.class,
      responseCode = "200",
      responseDescription = "Changed")
  @APIResponse(
      responseCode = "422",
      description =
          "It could not be computed (metric-invalid); a faulty expression with its place.")
  public MetricView change(
      @PathParam("key") String key,
      @BeanParam IfMatch ifMatch,
      @NotNull @Valid MetricDefinition definition) {
    return MetricView.of(metrics.change(key, definition, ifMatch).latest());
  }

  @GET
  @Path("/{key}/versions")
  @RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
  @Operation(
      operationId = "listMetricVersions",
      summary = "List every version of a metric, oldest first")
  public Page<MetricView> versions(@PathParam("key") String key) {
    return new Page<>(metrics.get(key).versions(), null).map(MetricView::of);
  }
}
