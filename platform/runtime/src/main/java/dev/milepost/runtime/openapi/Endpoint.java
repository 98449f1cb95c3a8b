package dev.milepost.runtime.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** An operation and where it is found. */
record Endpoint(String path, HttpMethod method, Operation operation) {

  boolean takesInput() {
    return operation.getRequestBody() != null
        || parameters().stream().anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH);
  }

  boolean takesBody() {
    return operation.getRequestBody() != null;
  }

  /** Whether it is about something that may not be there. */
  boolean namesSomething() {
    return path.contains("{");
  }

  boolean creates() {
    return method == HttpMethod.POST && operation.getResponses().hasAPIResponse("201");
  }

  boolean isVersioned() {
    return has(HttpHeaders.IF_MATCH);
  }

  boolean has(String parameterName) {
    return parameters().stream().anyMatch(parameter -> parameterName.equals(parameter.getName()));
  }

  private List<Parameter> parameters() {
    return Objects.requireNonNullElse(operation.getParameters(), List.of());
  }
}
