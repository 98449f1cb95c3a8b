package dev.milepost.tracking.exchange;

import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.exchange.ImportedRate.Status;
import dev.milepost.tracking.exchange.RateRows.Current;
import dev.milepost.tracking.exchange.RateRows.NewVersion;
import dev.milepost.tracking.exchange.RateRules.Reading;
import dev.milepost.tracking.exchange.RateRules.Reading.Invalid;
import dev.milepost.tracking.exchange.RateRules.Reading.Valid;
import dev.milepost.tracking.sale.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes in exchange rates one by one: a bad one does not refuse others, the value in force sent
 * again changes nothing, another value is a new version.
 */
@ApplicationScoped
class RateImports {
  private final RateRows rows;
  private final Catalogues catalogues;
  private final Problems problems;
  private final Clock clock;

  RateImports(RateRows rows, Catalogues catalogues, Problems problems, Clock clock) {
    this.rows = rows;
    this.catalogues = catalogues;
    this.problems = problems;
    this.clock = clock;
  }

  /** Waits until no batch of sales is at work, as with every change of what they count by. */
  @Transactional
  Page<ImportedRate> take(List<RateRequest> requests, String by) {
    List<Reading> readings = requests.stream().map(RateRules::read).toList();
    List<RateKey> keys =
        readings.stream()
            .filter(Valid.class::isInstance)
            .map(reading -> ((Valid) reading).key())
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      catalogues.change();
    }
    Fold fold = new Fold(rows.current(keys));
    List<ImportedRate> results = new ArrayList<>();
    for (Reading reading : readings) {
      results.add(result(results.size() + 1, reading, fold));
    }
    rows.insert(fold.added, clock.instant(), by);
    return new Page<>(results, null);
  }

  private ImportedRate result(int row, Reading reading, Fold fold) {
    return switch (reading) {
      case Valid valid -> {
        Status status = fold.take(valid);
        yield new ImportedRate(row, status, fold.version(valid.key()), null);
      }
      case Invalid invalid -> new ImportedRate(row, Status.REFUSED, null, problem(invalid));
    };
  }

  private Problem problem(Invalid invalid) {
    ProblemException problem = ProblemException.of(ExchangeProblem.INVALID_EXCHANGE_RATE);
    for (Violation violation : invalid.violations()) {
      problem.violation(violation.pointer(), violation.code(), violation.arguments().toArray());
    }
    return problems.describe(problem);
  }

  /** What the rates make of those that were there, one after the other. */
  private static final class Fold {
    private final Map<RateKey, NewVersion> latest = new HashMap<>();
    private final List<NewVersion> added = new ArrayList<>();

    Fold(Map<RateKey, Current> current) {
      current.forEach(
          (key, known) ->
              latest.put(key, new NewVersion(key, known.version(), known.rate().value())));
    }

    int version(RateKey key) {
      NewVersion known = latest.get(key);
      return known == null ? 0 : known.version();
    }

    Status take(Valid valid) {
      NewVersion known = latest.get(valid.key());
      if (known != null && known.value().compareTo(valid.value()) == 0) {
        return Status.UNCHANGED;
      }
      NewVersion next = new NewVersion(valid.key(), version(valid.key()) + 1, valid.value());
      latest.put(valid.key(), next);
      added.add(next);
      return known == null ? Status.CREATED : Status.CHANGED;
    }
  }
}
