package dev.milepost.runtime.expression;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.milepost.runtime.expression.Evaluation.Failure;
import dev.milepost.runtime.expression.Evaluation.Result;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A planned program and what its result is turned into.
 *
 * @param result throws {@link EvaluationFailure} when the result is of no use
 */
record CompiledExpression<T>(CelRuntime.Program program, Function<Object, T> result) {

  Evaluation<T> evaluate(Variables variables) {
    try {
      return new Result<>(result.apply(program.eval(variables.resolver())));
    } catch (EvaluationFailure e) {
      return new Failure<>(e.reason());
    } catch (CelEvaluationException e) {
      return new Failure<>(reason(e.getCause()));
    }
  }

  /** What our functions or the engine's say; anything else would speak of classes. */
  private static String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case EvaluationFailure failure -> failure.reason();
      case CelRuntimeException failure
          when innermost(failure).getMessage() instanceof String said ->
          Wording.plain(said);
      case null -> "the expression cannot be evaluated";
      default -> reason(cause.getCause());
    };
  }

  private static Throwable innermost(Throwable failure) {
    return failure.getCause() == null ? failure : innermost(failure.getCause());
  }
}
