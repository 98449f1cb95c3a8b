package dev.milepost.runtime.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      case InvalidFormatException value when isEnum(value.getTargetType()) -> "unknown-value";
      case InvalidFormatException value -> "wrong-format";
      case MismatchedInputException mismatch -> "wrong-type";
      case ValueInstantiationException refused -> "invalid-value";
      case JsonMappingException mapping -> "invalid-value";
      default -> isDuplicate(fault) ? "duplicate-field" : "not-json";
    };
  }

  private static boolean isEnum(@Nullable Class<?> type) {
    return type != null && type.isEnum();
  }

  private static boolean isDuplicate(JacksonException fault) {
    return String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field");
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
