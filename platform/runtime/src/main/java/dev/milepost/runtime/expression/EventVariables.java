package dev.milepost.runtime.expression;

import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.values.NullValue;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.VariableSet.Field;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The variable {@code event}: what metrics and rules may ask of a sales event. */
public final class EventVariables {

  static final VariableSet<EventVariables> SET =
      new VariableSet<>(
          "event",
          "SalesEvent",
          new Field<>("type", STRING, event -> event.type),
          new Field<>("attributes", MapType.create(STRING, DYN), event -> event.attributes),
          field("occurredAt", TIMESTAMP, SalesEvent::occurredAt),
          field("participantId", STRING, SalesEvent::participantId),
          new Field<>("amount", DecimalLibrary.DECIMAL, event -> event.amount.get()),
          field("currency", STRING, ofAmount(Money::currency)),
          field("stage", STRING, SalesEvent::stage),
          field("customer", STRING, SalesEvent::customer),
          field("product", STRING, SalesEvent::product),
          field("quantity", DecimalLibrary.DECIMAL, SalesEvent::quantity),
          field("documentId", STRING, SalesEvent::documentId),
          field("entityKey", STRING, SalesEvent::entityKey),
          field("reason", STRING, SalesEvent::reason),
          field("returnOf", MapType.create(STRING, STRING), EventVariables::returnOf));

  private final String type;
  private final SalesEvent data;
  private final Supplier<@Nullable BigDecimal> amount;
  private final Map<String, Object> attributes;

  private EventVariables(String type, SalesEvent data, Supplier<@Nullable BigDecimal> amount) {
    this.type = type;
    this.data = data;
    this.amount = amount;
    this.attributes = object(data.attributes());
  }

  /**
   * The variables of one event.
   *
   * @param type the event's CloudEvents type
   */
  public static Variables of(String type, SalesEvent data) {
    return of(type, data, () -> data.amount() == null ? null : data.amount().amount());
  }

  /**
   * The variables of one event as somebody counts it who counts in another currency. Its {@code
   * event.currency} stays the one of the event.
   *
   * @param type the event's CloudEvents type
   * @param amount the event's amount in that currency, or null when there is none; asked only when
   *     an expression asks
   */
  public static Variables of(String type, SalesEvent data, Supplier<@Nullable BigDecimal> amount) {
    return SET.of(new EventVariables(type, data, amount));
  }

  private static Field<EventVariables> field(
      String name, CelType type, Function<SalesEvent, @Nullable Object> read) {
    return new Field<>(name, type, event -> read.apply(event.data));
  }

  private static Function<SalesEvent, @Nullable Object> ofAmount(Function<Money, Object> read) {
    return event -> event.amount() == null ? null : read.apply(event.amount());
  }

  private static @Nullable Object returnOf(SalesEvent event) {
    SaleRef original = event.returnOf();
    return original == null ? null : Map.of("source", original.source(), "id", original.id());
  }

  /** Every JSON number becomes a decimal; a field that is null is a field that is not there. */
  private static Map<String, Object> object(Map<?, ?> json) {
    Map<String, Object> object = LinkedHashMap.newLinkedHashMap(json.size());
    json.forEach(
        (name, value) -> {
          if (value != null) {
            object.put(name.toString(), value(value));
          }
        });
    return object;
  }

  private static Object value(@Nullable Object json) {
    return switch (json) {
      case null -> NullValue.NULL_VALUE;
      case BigDecimal number -> number;
      case Number number -> new BigDecimal(number.toString());
      case Map<?, ?> object -> object(object);
      case List<?> list -> list.stream().map(EventVariables::value).toList();
      default -> json;
    };
  }
}
