package dev.milepost.runtime.expression;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.milepost.runtime.expression.DecimalLibrary.DECIMAL;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Compiles the expressions of metrics and rules; the package description tells their language.
 * Everything that can be known without an event is checked here. Thread-safe; compiling takes
 * milliseconds, so callers keep what they compiled.
 */
@Singleton
public class ExpressionCompiler {
  private static final CelOptions LIMITS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(4_000)
          .maxParseExpressionNodeCount(1_000)
          .maxParseRecursionDepth(100)
          .comprehensionMaxIterations(1_000)
          .maxRegexProgramSize(1_000)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(LIMITS)
          .setStandardFunctions(
              CelStandardFunctions.newBuilder()
                  .excludeFunctions(
                      CelStandardFunctions.StandardFunction.EQUALS,
                      CelStandardFunctions.StandardFunction.NOT_EQUALS,
                      CelStandardFunctions.StandardFunction.IN)
                  .build())
          .addLibraries(new DecimalLibrary(), new Equality())
          .build();

  private final CelCompiler compiler;

  /** A compiler of expressions over a sales event. */
  public ExpressionCompiler() {
    this(EventVariables.SET);
  }

  ExpressionCompiler(VariableSet<?> variables) {
    compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(LIMITS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .excludeFunctions(
                        CelStandardDeclarations.StandardFunction.DOUBLE,
                        CelStandardDeclarations.StandardFunction.UINT,
                        CelStandardDeclarations.StandardFunction.BYTES,
                        CelStandardDeclarations.StandardFunction.TYPE)
                    .build())
            .addLibraries(new DecimalLibrary(), new Equality())
            .setTypeProvider(variables)
            .addVar(variables.variable(), variables.type())
            .build();
  }

  /**
   * Compiles an expression that says yes or no.
   *
   * @throws ExpressionFault if it is refused
   */
  public Condition condition(String source) {
    return compile(source, "a condition", Set.of(BOOL, DYN), ExpressionCompiler::truth)::evaluate;
  }

  /**
   * The parts of a condition that all have to hold, in their order: what {@code &&} joins, at any
   * depth of parentheses. A condition that is joined in another way is its own only part.
   *
   * @throws ExpressionFault if the condition is refused
   */
  public List<Conjunct> conjuncts(String source) {
    Condition whole = condition(source);
    try {
      return Conjuncts.split(source).stream()
          .map(part -> new Conjunct(part, condition(part)))
          .toList();
    } catch (ExpressionFault e) {
      return List.of(new Conjunct(source, whole));
    }
  }

  /**
   * Compiles an expression that yields a number.
   *
   * @throws ExpressionFault if it is refused
   */
  public Value value(String source) {
    return compile(source, "a value", Set.of(DECIMAL, INT, DYN), ExpressionCompiler::number)
        ::evaluate;
  }

  /**
   * Compiles an expression that yields a key.
   *
   * @throws ExpressionFault if it is refused
   */
  public Key key(String source) {
    return compile(source, "a key", Set.of(STRING, INT, DYN), ExpressionCompiler::text)::evaluate;
  }

  private <T> CompiledExpression<T> compile(
      String source, String role, Set<CelType> types, Function<Object, T> result) {
    try {
      CelAbstractSyntaxTree parsed = compiler.parse(source).getAst();
      CelAbstractSyntaxTree checked =
          compiler.check(DecimalLiterals.rewrite(parsed, source)).getAst();
      if (!types.contains(checked.getResultType())) {
        String type = checked.getResultType().name();
        throw new ExpressionFault("%s cannot be of type %s".formatted(role, type), 1, 1);
      }
      return new CompiledExpression<>(RUNTIME.createProgram(checked), result);
    } catch (CelValidationException e) {
      throw fault(e.getErrors().getFirst());
    } catch (CelEvaluationException e) {
      throw new ExpressionFault("the expression cannot be evaluated", 1, 1);
    }
  }

  private static ExpressionFault fault(CelIssue issue) {
    return new ExpressionFault(
        Wording.plain(issue.getMessage()),
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(1, issue.getSourceLocation().getColumn() + 1));
  }

  private static Boolean truth(Object result) {
    if (result instanceof Boolean truth) {
      return truth;
    }
    throw new EvaluationFailure("the result is not true or false");
  }

  private static BigDecimal number(Object result) {
    return switch (result) {
      case BigDecimal decimal -> Decimals.bounded(decimal);
      case Long integer -> BigDecimal.valueOf(integer);
      default -> throw new EvaluationFailure("the result is not a number");
    };
  }

  private static String text(Object result) {
    return switch (result) {
      case String text -> text;
      case BigDecimal decimal -> Decimals.text(decimal);
      case Long integer -> integer.toString();
      default -> throw new EvaluationFailure("the result is not a text or a number");
    };
  }
}
