package dev.milepost.runtime.expression;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.milepost.runtime.expression.DecimalLibrary.DECIMAL;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.ListType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.parser.CelParserBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Equality in which numbers are equal when they are numerically equal (1, 1.0 and 1.00), also
 * inside lists, maps and attributes. Takes the place of the engine's own, which knows no decimal.
 */
final class Equality implements CelCompilerLibrary, CelRuntimeLibrary {

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    checker.addFunctionDeclarations(declaration("_==_", "equals"));
    checker.addFunctionDeclarations(declaration("_!=_", "not_equals"));
    checker.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            "@in", newGlobalOverload("in_list_of_int", BOOL, DECIMAL, ListType.create(INT))));
  }

  @Override
  public void setParserOptions(CelParserBuilder parser) {
    // Equality has its syntax already.
  }

  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    runtime.addFunctionBindings(binding("_==_", "equals", Equality::equal));
    runtime.addFunctionBindings(binding("_!=_", "not_equals", (a, b) -> !equal(a, b)));
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "@in",
            CelFunctionBinding.from("in_list", Object.class, List.class, Equality::isIn),
            CelFunctionBinding.from(
                "in_map", Object.class, Map.class, (key, map) -> map.containsKey(key))));
  }

  private static CelFunctionDecl declaration(String symbol, String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        symbol,
        newGlobalOverload(name + "_decimal_int", BOOL, DECIMAL, INT),
        newGlobalOverload(name + "_int_decimal", BOOL, INT, DECIMAL));
  }

  /** One implementation for all overloads: those without a binding fall back to the symbol's. */
  private static Iterable<CelFunctionBinding> binding(
      String symbol, String name, CelFunctionOverload.Binary<Object, Object> implementation) {
    return CelFunctionBinding.fromOverloads(
        symbol, CelFunctionBinding.from(name, Object.class, Object.class, implementation));
  }

  private static boolean isIn(Object value, List<?> list) {
    return list.stream().anyMatch(element -> equal(value, element));
  }

  private static boolean equal(@Nullable Object a, @Nullable Object b) {
    if (a instanceof BigDecimal || b instanceof BigDecimal) {
      return a instanceof Number x
          && b instanceof Number y
          && decimal(x).compareTo(decimal(y)) == 0;
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      return x.size() == y.size()
          && IntStream.range(0, x.size()).allMatch(i -> equal(x.get(i), y.get(i)));
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return x.keySet().equals(y.keySet())
          && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
    }
    return Objects.equals(a, b);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }
}
