package dev.milepost.runtime.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/** Completes a service's document, once, when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedDocument implements OASFilter {
  private final IndexView index;

  /** Called by Quarkus. */
  public SharedDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components =
        Objects.requireNonNullElseGet(document.getComponents(), OASFactory::createComponents);
    document.setComponents(components);
    new Ratios(index).correct(components);
    Examples examples =
        new Examples(
            new SchemaSample(Objects.requireNonNullElse(components.getSchemas(), Map.of())));
    document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, examples));
    ProblemSchema.declare(components);
    ProblemAnswers.declare(components);
  }

  private static void complete(String path, PathItem item, Examples examples) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              Endpoint endpoint = new Endpoint(path, method, operation);
              examples.addTo(operation);
              SharedHeaders.addTo(endpoint);
              ProblemAnswers.addTo(endpoint);
            });
  }
}
