package dev.milepost.tracking.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.sale.KeyRule;
import dev.milepost.tracking.sale.SaleContent;
import dev.milepost.tracking.sale.SaleRules;
import dev.milepost.tracking.sale.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a sales event of a CloudEvent in structured JSON mode, or says all that is wrong. What goes
 * on is what was read here and nothing else: fields and attributes that nobody knows stay behind.
 */
final class SubmissionReader {
  private static final ObjectMapper JSON = ContractJson.mapper();

  /** Leaves room for headers below the broker's limit of 1 MiB. */
  private static final int LARGEST_EVENT = 1_000_000;

  private final SaleRules rules;

  SubmissionReader(SaleRules rules) {
    this.rules = rules;
  }

  Submission read(JsonNode event, Instant now) {
    if (!event.isObject()) {
      return new Submission.Invalid(null, null, List.of(Violation.of("", "wrong-type")));
    }
    List<Violation> found = new ArrayList<>();
    String source = attribute(event, "source", found);
    String id = attribute(event, "id", found);
    EventType type = type(event, found);
    if (!"1.0".equals(attribute(event, "specversion", found)) && event.hasNonNull("specversion")) {
      found.add(Violation.of("/specversion", "unknown-value"));
    }
    String correlation = extension(event, "correlationid", found);
    String causation = extension(event, "causationid", found);
    String trace = extension(event, "traceparent", found);
    SalesEvent data = data(event, found);
    if (found.isEmpty() && source != null && id != null && type != null && data != null) {
      SaleRef ref = new SaleRef(source, id);
      Cause cause = new Cause(correlation == null ? id : correlation, causation, trace);
      SaleContent content = SaleContent.of(type, data);
      found.addAll(rules.violations(ref, type, data, now));
      size(found, content);
      if (found.isEmpty()) {
        return new Submission.Valid(ref, type, data, content, cause);
      }
    }
    return new Submission.Invalid(source, id, found);
  }

  private static @Nullable EventType type(JsonNode event, List<Violation> found) {
    String name = attribute(event, "type", found);
    Optional<EventType> type =
        Optional.ofNullable(name)
            .flatMap(EventType::named)
            .filter(known -> known.topic() == Topic.SALES_EVENTS);
    if (name != null && type.isEmpty()) {
      found.add(Violation.of("/type", "unknown-value"));
    }
    return type.orElse(null);
  }

  private static @Nullable String attribute(JsonNode event, String name, List<Violation> found) {
    JsonNode value = event.get(name);
    if (value == null || value.isNull()) {
      found.add(Violation.of("/" + name, "required"));
      return null;
    }
    return text(value, name, found);
  }

  /** An attribute that may be absent, and becomes a header when it is not. */
  private static @Nullable String extension(JsonNode event, String name, List<Violation> found) {
    JsonNode value = event.get(name);
    String text = value == null || value.isNull() ? null : text(value, name, found);
    if (text != null) {
      KeyRule.violation("/" + name, text).ifPresent(found::add);
    }
    return text;
  }

  private static @Nullable String text(JsonNode value, String name, List<Violation> found) {
    if (!value.isTextual()) {
      found.add(Violation.of("/" + name, "wrong-type"));
      return null;
    }
    return value.textValue();
  }

  private static @Nullable SalesEvent data(JsonNode event, List<Violation> found) {
    JsonNode data = event.get("data");
    if (data == null || data.isNull()) {
      found.add(Violation.of("/data", "required"));
      return null;
    }
    try {
      return JSON.treeToValue(data, SalesEvent.class);
    } catch (JsonProcessingException e) {
      found.add(fault(data, e));
      return null;
    }
  }

  private static Violation fault(JsonNode data, JsonProcessingException failure) {
    String path =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream().map(SubmissionReader::step).collect(Collectors.joining())
            : "";
    JsonNode value = data.at(path);
    String code =
        switch (failure) {
          case InvalidFormatException format -> "wrong-format";
          case MismatchedInputException mismatch when value.isMissingNode() || value.isNull() ->
              "required";
          case MismatchedInputException mismatch -> "wrong-type";
          default -> "invalid-value";
        };
    return Violation.of("/data" + path, code);
  }

  private static String step(JsonMappingException.Reference step) {
    String name = step.getFieldName();
    return "/" + (name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
  }

  private static void size(List<Violation> found, SaleContent content) {
    if (content.json().length > LARGEST_EVENT) {
      found.add(Violation.of("", "event-too-large", LARGEST_EVENT));
    }
  }
}
