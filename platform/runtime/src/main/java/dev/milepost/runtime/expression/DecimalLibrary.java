package dev.milepost.runtime.expression;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.parser.CelParserBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/**
 * The type {@code decimal}: arithmetic and comparison with decimals and ints, and conversions.
 * Equality is in {@link Equality}, because it also reaches into lists and maps.
 */
final class DecimalLibrary implements CelCompilerLibrary, CelRuntimeLibrary {
  static final CelType DECIMAL = OpaqueType.create("decimal");

  private static final List<Operator> OPERATORS =
      List.of(
          arithmetic("_+_", "add", BigDecimal::add),
          arithmetic("_-_", "subtract", BigDecimal::subtract),
          arithmetic("_*_", "multiply", BigDecimal::multiply),
          arithmetic("_/_", "divide", Decimals::divide),
          arithmetic("_%_", "modulo", Decimals::remainder),
          comparison("_<_", "less", sign -> sign < 0),
          comparison("_<=_", "less_equals", sign -> sign <= 0),
          comparison("_>_", "greater", sign -> sign > 0),
          comparison("_>=_", "greater_equals", sign -> sign >= 0));

  private record Operator(
      String symbol,
      String name,
      CelType result,
      BiFunction<BigDecimal, BigDecimal, Object> apply) {

    CelFunctionDecl declaration() {
      return CelFunctionDecl.newFunctionDeclaration(
          symbol,
          newGlobalOverload(name + "_decimal", result, DECIMAL, DECIMAL),
          newGlobalOverload(name + "_decimal_int", result, DECIMAL, INT),
          newGlobalOverload(name + "_int_decimal", result, INT, DECIMAL));
    }

    @SuppressWarnings("Immutable") // The operators are pure functions.
    Iterable<CelFunctionBinding> bindings() {
      return CelFunctionBinding.fromOverloads(
          symbol,
          CelFunctionBinding.from(
              name + "_decimal", BigDecimal.class, BigDecimal.class, apply::apply),
          CelFunctionBinding.from(
              name + "_decimal_int",
              BigDecimal.class,
              Long.class,
              (a, b) -> apply.apply(a, BigDecimal.valueOf(b))),
          CelFunctionBinding.from(
              name + "_int_decimal",
              Long.class,
              BigDecimal.class,
              (a, b) -> apply.apply(BigDecimal.valueOf(a), b)));
    }
  }

  private static Operator arithmetic(
      String symbol, String name, BinaryOperator<BigDecimal> operator) {
    return new Operator(
        symbol,
        name,
        DECIMAL,
        (a, b) -> Decimals.bounded(operator.apply(Decimals.bounded(a), Decimals.bounded(b))));
  }

  private static Operator comparison(String symbol, String name, IntPredicate holds) {
    return new Operator(symbol, name, BOOL, (a, b) -> holds.test(a.compareTo(b)));
  }

  @Override
  public void setCheckerOptions(CelCheckerBuilder checker) {
    checker.addFunctionDeclarations(OPERATORS.stream().map(Operator::declaration).toList());
    checker.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            "-_", newGlobalOverload("negate_decimal", DECIMAL, DECIMAL)),
        CelFunctionDecl.newFunctionDeclaration(
            "decimal",
            newGlobalOverload("string_to_decimal", DECIMAL, STRING),
            newGlobalOverload("int_to_decimal", DECIMAL, INT),
            newGlobalOverload("decimal_to_decimal", DECIMAL, DECIMAL)),
        CelFunctionDecl.newFunctionDeclaration(
            "string", newGlobalOverload("decimal_to_string", STRING, DECIMAL)));
  }

  @Override
  public void setParserOptions(CelParserBuilder parser) {
    // Decimals need no syntax of their own: see DecimalLiterals.
  }

  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    OPERATORS.forEach(operator -> runtime.addFunctionBindings(operator.bindings()));
    runtime.addFunctionBindings(unary("-_", "negate_decimal", BigDecimal::negate));
    runtime.addFunctionBindings(unary("string", "decimal_to_string", Decimals::text));
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "decimal",
            CelFunctionBinding.from("string_to_decimal", String.class, Decimals::parse),
            CelFunctionBinding.from("int_to_decimal", Long.class, BigDecimal::valueOf),
            CelFunctionBinding.from("decimal_to_decimal", BigDecimal.class, number -> number)));
  }

  /** The engine takes further overloads of a function it has itself only from two upwards. */
  private static Iterable<CelFunctionBinding> unary(
      String function, String id, CelFunctionOverload.Unary<BigDecimal> implementation) {
    return CelFunctionBinding.fromOverloads(
        function,
        CelFunctionBinding.from(id, BigDecimal.class, implementation),
        CelFunctionBinding.from(id + "_again", BigDecimal.class, implementation));
  }
}
