package dev.milepost.tracking.progress;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.source.GoalSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes entries of lines, while the accounts concerned are locked. */
@ApplicationScoped
class Booking {
  private final Entries entries;
  private final LevelSpans levelSpans;
  private final Keys keys;
  private final FirstEver firstEver;
  private final GoalSources sources;
  private final ProgressMeters meters;

  Booking(
      Entries entries,
      LevelSpans levelSpans,
      Keys keys,
      FirstEver firstEver,
      GoalSources sources,
      ProgressMeters meters) {
    this.entries = entries;
    this.levelSpans = levelSpans;
    this.keys = keys;
    this.firstEver = firstEver;
    this.sources = sources;
    this.meters = meters;
  }

  /**
   * What is to be booked.
   *
   * @param lines what counts for goals
   * @param news of keys that goals may know
   */
  record Job(List<Line> lines, List<News> news) {

    /** The goals whose accounts must be locked. */
    Set<Long> goals() {
      return Stream.concat(
              lines.stream().map(Line::goal), news.stream().flatMap(n -> n.concerned().stream()))
          .map(TrackedGoal::no)
          .collect(Collectors.toSet());
    }
  }

  /** What new credits mean to every goal of the catalogue. */
  Job job(List<Credit> credits, Catalogue catalogue, Amounts amounts) {
    return new Job(Line.of(credits, catalogue, amounts), news(credits, catalogue.firstEver()));
  }

  /** What credits say about keys that were seen before the period of a goal. */
  List<News> news(List<Credit> credits, Collection<FirstEverMetric> metrics) {
    return metrics.isEmpty() ? List.of() : firstEver.sight(credits, metrics);
  }

  /** Books what changes something. */
  List<Entry> book(Job job, Map<Long, Account> locked, BiFunction<Account, Line, Entry> way) {
    List<Line> lines = new ArrayList<>(keys.known(job.news()));
    lines.addAll(keys.asBooked(job.lines()));
    List<Entry> booked =
        lines.stream()
            .map(
                line -> {
                  Account account = Objects.requireNonNull(locked.get(line.goal().no()));
                  return way.apply(account, line);
                })
            .toList();
    entries.insert(booked);
    levelSpans.add(booked);
    keys.count(booked, locked);
    sources.add(booked.stream().map(Entry::contributor).toList());
    meters.booked(booked);
    return booked;
  }
}
