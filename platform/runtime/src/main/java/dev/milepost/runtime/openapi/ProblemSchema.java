package dev.milepost.runtime.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schema of {@link dev.milepost.runtime.problem.Problem}, for clients. */
final class ProblemSchema {
  static final String PROBLEM = "Problem";
  private static final String VIOLATION = "Violation";

  private ProblemSchema() {}

  static void declare(Components components) {
    components.addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
  }

  private static Schema problem() {
    return object("An RFC 9457 problem document.", "type", "title", "status")
        .addProperty("type", text("Stable: `urn:milepost:problem:` and a slug.").format("uri"))
        .addProperty("title", text("What kind of problem it is, in the language asked for."))
        .addProperty("status", type(SchemaType.INTEGER).description("The HTTP status."))
        .addProperty("detail", text("What is special about this one, in the language asked for."))
        .addProperty(
            "violations",
            type(SchemaType.ARRAY)
                .description("Each fault found in the request.")
                .items(OASFactory.createSchema().ref(VIOLATION)))
        .addProperty("correlationId", text("What to quote to the operators."));
  }

  private static Schema violation() {
    return object("One fault in the request.", "code", "message")
        .addProperty("pointer", text("JSON pointer to the member of the body at fault."))
        .addProperty("parameter", text("The path, query or header parameter at fault."))
        .addProperty("code", text("Stable, never translated."))
        .addProperty("message", text("In the language asked for."));
  }

  private static Schema object(String description, String... required) {
    return type(SchemaType.OBJECT).description(description).required(List.of(required));
  }

  private static Schema text(String description) {
    return type(SchemaType.STRING).description(description);
  }

  private static Schema type(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
