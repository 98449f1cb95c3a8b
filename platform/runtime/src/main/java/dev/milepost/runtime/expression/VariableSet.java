package dev.milepost.runtime.expression;

import static java.util.stream.Collectors.toMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import dev.cel.common.values.SelectableValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One variable with typed fields: tells the checker which fields there are, and reads them when an
 * expression is evaluated.
 *
 * @param <S> what the fields are read from
 */
@SuppressWarnings("Immutable") // The engine asks for deep immutability; the map never changes.
final class VariableSet<S> implements CelTypeProvider {

  /**
   * @param read gives the field's value, or null when it has none
   */
  record Field<S>(String name, CelType type, Function<S, @Nullable Object> read) {}

  private final String variable;
  private final StructType type;
  private final Map<String, Field<S>> fields;

  @SafeVarargs
  VariableSet(String variable, String typeName, Field<S>... fields) {
    this.variable = variable;
    this.fields = Stream.of(fields).collect(toMap(Field::name, Function.identity()));
    this.type =
        StructType.create(
            typeName,
            ImmutableSet.copyOf(this.fields.keySet()),
            name -> Optional.ofNullable(this.fields.get(name)).map(Field::type));
  }

  String variable() {
    return variable;
  }

  StructType type() {
    return type;
  }

  /** The variable with these values. */
  Variables of(S source) {
    Optional<Object> value = Optional.of(new Bound(source));
    return new Variables(name -> name.equals(variable) ? value : Optional.empty());
  }

  @Override
  public ImmutableList<CelType> types() {
    return ImmutableList.of(type);
  }

  @Override
  public Optional<CelType> findType(String typeName) {
    return typeName.equals(type.name()) ? Optional.of(type) : Optional.empty();
  }

  private final class Bound implements SelectableValue<String> {
    private final S source;

    Bound(S source) {
      this.source = source;
    }

    @Override
    public Optional<Object> find(String name) {
      Field<S> field = fields.get(name);
      return field == null ? Optional.empty() : Optional.ofNullable(field.read().apply(source));
    }

    @Override
    public Object select(String name) {
      return find(name)
          .orElseThrow(() -> new EvaluationFailure("the %s has no %s".formatted(variable, name)));
    }
  }
}
