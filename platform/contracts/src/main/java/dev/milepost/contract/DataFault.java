package dev.milepost.contract;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.util.stream.Collectors;

/**
 * What is wrong with an event's data, and where; without the values, which may be personal.
 *
 * @param pointer RFC 6901 JSON pointer to the field
 * @param missing whether the field is absent or null; otherwise it is of the wrong type
 */
public record DataFault(String pointer, boolean missing) {

  /** Reads the fault from what the mapper threw. */
  public static DataFault of(JsonMappingException failure) {
    String pointer =
        failure.getPath().stream().map(DataFault::step).collect(Collectors.joining("/", "/", ""));
    return new DataFault(
        pointer,
        failure instanceof InvalidNullException
            || failure.getOriginalMessage().startsWith("Missing required creator property"));
  }

  /** The fault in words. */
  public String describe() {
    return pointer + (missing ? " is missing" : " is not what it should be");
  }

  private static String step(Reference step) {
    return step.getFieldName() == null
        ? Integer.toString(step.getIndex())
        : step.getFieldName().replace("~", "~0").replace("/", "~1");
  }
}
