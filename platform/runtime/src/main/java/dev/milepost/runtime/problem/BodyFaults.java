package dev.milepost.runtime.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Says where and why a body cannot be read, without a word of Java. */
final class BodyFaults {
  private BodyFaults() {}

  static ProblemException describe(JacksonException fault) {
    return ProblemException.of(CommonProblem.MALFORMED_BODY)
        .violation(pointer(fault), code(fault))
        .causedBy(fault);
  }

  private static String code(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown -> "unknown-field";
      case InvalidFormatException value -> code(value);
      case MismatchedInputException mismatch -> isMissing(fault) ? "required" : "wrong-type";
      case JsonMappingException mapping when mapping.getCause() instanceof JacksonException cause ->
          code(cause);
      case JsonMappingException refused -> "invalid-value";
      case StreamConstraintsException excess -> "excessive";
      case InputCoercionException number -> "wrong-format";
      default -> isDuplicate(fault) ? "duplicate-field" : "not-json";
    };
  }

  private static String code(InvalidFormatException fault) {
    Class<?> target = fault.getTargetType();
    if (target != null && target.isEnum()) {
      return "unknown-value";
    }
    return target == String.class && !(fault.getValue() instanceof String)
        ? "wrong-type"
        : "wrong-format";
  }

  /** Neither has a type of its own in Jackson. */
  private static boolean isMissing(JacksonException fault) {
    return fault.getOriginalMessage().startsWith("Cannot map `null` into type");
  }

  private static boolean isDuplicate(JacksonException fault) {
    return fault.getOriginalMessage().startsWith("Duplicate field");
  }

  private static String pointer(JacksonException fault) {
    if (fault instanceof JsonMappingException mapping) {
      return pointer(mapping.getPath());
    }
    return fault instanceof JsonProcessingException processing
            && processing.getProcessor() instanceof JsonParser parser
        ? parser.getParsingContext().pathAsPointer().toString()
        : "";
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      String name = step.getFieldName();
      pointer.append('/').append(name == null ? step.getIndex() : Pointers.escape(name));
    }
    return pointer.toString();
  }
}
