package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.credit.Credit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Makes entries of lines, while the accounts concerned are locked. */
@ApplicationScoped
class Booking {
  private final Entries entries;
  private final Keys keys;
  private final FirstEver firstEver;
  private final ProgressMeters meters;

  Booking(Entries entries, Keys keys, FirstEver firstEver, ProgressMeters meters) {
    this.entries = entries;
    this.keys = keys;
    this.firstEver = firstEver;
    this.meters = meters;
  }

  /** What new credits mean to every goal of the catalogue. */
  List<Line> lines(List<Credit> credits, Catalogue catalogue) {
    List<Line> lines = new ArrayList<>(Line.of(credits, catalogue));
    lines.addAll(sightings(credits, catalogue.firstEver()));
    return lines;
  }

  /** What credits say about keys that were seen before the period of a goal. */
  List<Line> sightings(List<Credit> credits, Collection<FirstEverMetric> metrics) {
    return metrics.isEmpty() ? List.of() : firstEver.sight(credits, metrics);
  }

  /** Books the lines, those that change nothing left out. */
  List<Entry> book(
      List<Line> lines, Map<Long, Account> locked, BiFunction<Account, Line, Entry> way) {
    List<Entry> booked =
        keys.asBooked(lines).stream()
            .map(
                line -> {
                  Account account = Objects.requireNonNull(locked.get(line.goal().no()));
                  return way.apply(account, line);
                })
            .toList();
    entries.insert(booked);
    keys.count(booked, locked);
    meters.booked(booked);
    return booked;
  }
}
