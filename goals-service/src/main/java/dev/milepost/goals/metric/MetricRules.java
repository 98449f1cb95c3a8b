package dev.milepost.goals.metric;

import static dev.milepost.contract.MetricVersion.Aggregation.COUNT;
import static dev.milepost.contract.MetricVersion.Aggregation.DISTINCT_COUNT;
import static dev.milepost.contract.MetricVersion.Aggregation.RATIO;

import dev.milepost.goals.metric.MetricDefinition.Window;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.ExpressionFault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a definition must be so that a number can be computed from it. */
@Singleton
final class MetricRules {
  private static final Set<String> OTHER_UNITS =
      Set.of("COUNT", "POINTS", "PERCENT", "DAYS", "SCORE");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final int LONGEST_WINDOW = 731;

  private final ExpressionCompiler compiler;

  MetricRules(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * A fault of a definition.
   *
   * @param pointer JSON pointer to what is at fault
   * @param code stable code
   * @param args what the message mentions; for an expression its message, line and column
   */
  record Fault(String pointer, String code, List<Object> args) {
    static Fault of(String pointer, String code, Object... args) {
      return new Fault(pointer, code, List.of(args));
    }
  }

  /** Everything that is wrong; empty when the metric can be computed. */
  List<Fault> faults(MetricDefinition metric) {
    List<Fault> faults = new ArrayList<>();
    if (!OTHER_UNITS.contains(metric.unit()) && !isCurrency(metric.unit())) {
      faults.add(Fault.of("/unit", "unit-unknown"));
    }
    if (metric.exchangeRate() != null && !isConverting(metric)) {
      faults.add(
          isCurrency(metric.unit())
              ? Fault.of("/exchangeRate", "not-with-aggregation", metric.aggregation().name())
              : Fault.of("/exchangeRate", "only-with-currency"));
    }
    compile("/qualifies", metric.qualifies(), compiler::condition, faults);
    checkValue(metric, faults);
    checkDenominator(metric, faults);
    checkWindow(metric, faults);
    if (Boolean.TRUE.equals(metric.firstEver()) && metric.aggregation() != DISTINCT_COUNT) {
      faults.add(onlyWith("/firstEver", "DISTINCT_COUNT"));
    }
    return faults;
  }

  /** Whether amounts of other currencies are converted: into a currency, and not to count keys. */
  static boolean isConverting(MetricDefinition metric) {
    return metric.aggregation() != DISTINCT_COUNT && isCurrency(metric.unit());
  }

  /** Whether a unit is an ISO 4217 currency. */
  private static boolean isCurrency(String unit) {
    return CURRENCIES.contains(unit);
  }

  private void checkValue(MetricDefinition metric, List<Fault> faults) {
    String value = metric.value();
    if (metric.aggregation() == COUNT) {
      if (value != null) {
        faults.add(Fault.of("/value", "not-with-aggregation", "COUNT"));
      }
    } else if (value == null) {
      faults.add(Fault.of("/value", "needed-by-aggregation", metric.aggregation().name()));
    } else if (metric.aggregation() == DISTINCT_COUNT) {
      compile("/value", value, compiler::key, faults);
    } else {
      compile("/value", value, compiler::value, faults);
    }
  }

  private void checkDenominator(MetricDefinition metric, List<Fault> faults) {
    String qualifies = metric.denominatorQualifies();
    String value = metric.denominatorValue();
    if (metric.aggregation() == RATIO) {
      if (qualifies == null) {
        faults.add(Fault.of("/denominatorQualifies", "needed-by-aggregation", "RATIO"));
      } else {
        compile("/denominatorQualifies", qualifies, compiler::condition, faults);
      }
      if (value != null) {
        compile("/denominatorValue", value, compiler::value, faults);
      }
      return;
    }
    if (qualifies != null) {
      faults.add(onlyWith("/denominatorQualifies", "RATIO"));
    }
    if (value != null) {
      faults.add(onlyWith("/denominatorValue", "RATIO"));
    }
  }

  private static void checkWindow(MetricDefinition metric, List<Fault> faults) {
    Integer days = metric.windowDays();
    if (metric.aggregation().isFlow()) {
      refuseOnFlow("/window", metric.window(), faults);
      refuseOnFlow("/windowDays", days, faults);
      refuseOnFlow("/minimumSample", metric.minimumSample(), faults);
      return;
    }
    if (days != null && metric.window() == Window.PERIOD) {
      faults.add(Fault.of("/windowDays", "only-with-trailing-window"));
    } else if (days != null && (days < 1 || days > LONGEST_WINDOW)) {
      faults.add(Fault.of("/windowDays", "out-of-range", 1, LONGEST_WINDOW));
    }
    if (metric.minimumSample() != null && metric.minimumSample() < 1) {
      faults.add(Fault.of("/minimumSample", "out-of-range", 1, Integer.MAX_VALUE));
    }
  }

  private static void refuseOnFlow(String pointer, @Nullable Object given, List<Fault> faults) {
    if (given != null) {
      faults.add(onlyWith(pointer, "AVERAGE, LATEST, RATIO"));
    }
  }

  private static void compile(
      String pointer, String source, Consumer<String> compiler, List<Fault> faults) {
    try {
      compiler.accept(source);
    } catch (ExpressionFault fault) {
      faults.add(
          Fault.of(
              pointer,
              "expression-faulty",
              String.valueOf(fault.getMessage()),
              fault.line(),
              fault.column()));
    }
  }

  private static Fault onlyWith(String pointer, String aggregations) {
    return Fault.of(pointer, "only-with-aggregation", aggregations);
  }
}
