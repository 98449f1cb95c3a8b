package dev.milepost.tracking.source;

import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.problem.TrackingProblem;
import dev.milepost.tracking.source.Watermark.AheadOfNow;
import dev.milepost.tracking.source.Watermark.Declared;
import dev.milepost.tracking.source.Watermark.Declarer;
import dev.milepost.tracking.source.Watermark.MovesBack;
import dev.milepost.tracking.source.Watermark.Outcome;
import dev.milepost.tracking.source.Watermark.Unchanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes the watermarks that sources declare, and shows them. */
@ApplicationScoped
class Watermarks {
  private final WatermarkRows rows;
  private final Caller caller;
  private final Clock clock;

  Watermarks(WatermarkRows rows, Caller caller, Clock clock) {
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Takes a declaration.
   *
   * @return the watermark that stands
   * @throws ProblemException when it is ahead of now, moves back without being a correction, is a
   *     correction by anybody but sales-ops, or another integration declares for the source
   */
  @Transactional
  WatermarkView declare(String source, WatermarkDraft draft) {
    if (draft.corrects() && !caller.hasRole(Roles.SALES_OPS)) {
      throw ProblemException.of(CommonProblem.FORBIDDEN);
    }
    return switch (outcome(source, draft)) {
      case Declared(Watermark watermark) -> {
        rows.update(watermark);
        yield WatermarkView.of(watermark);
      }
      case Unchanged(Watermark watermark) -> WatermarkView.of(watermark);
      case MovesBack(Instant known) ->
          throw ProblemException.of(TrackingProblem.WATERMARK_MOVES_BACK, known);
      case AheadOfNow ahead ->
          throw ProblemException.of(CommonProblem.INVALID_REQUEST)
              .violation("/watermark", "ahead-of-now");
    };
  }

  /** The watermark of a source; for an integration only that of its own. */
  Optional<WatermarkView> find(String source) {
    return rows.find(source)
        .filter(known -> seesAll() || caller.principal().equals(known.owner()))
        .map(WatermarkView::of);
  }

  /** The row is there when this returns a declaration, and nobody else changes it meanwhile. */
  private Outcome outcome(String source, WatermarkDraft draft) {
    Instant now = clock.instant();
    Instant until = draft.watermark().truncatedTo(ChronoUnit.MICROS);
    Declarer by = new Declarer(caller.principal(), !seesAll());
    Outcome first = Watermark.first(source, until, by, now);
    if (first instanceof Declared(Watermark watermark) && rows.insert(watermark)) {
      return new Unchanged(watermark);
    }
    return rows.lock(source).map(known -> declare(known, until, draft, by, now)).orElse(first);
  }

  private static Outcome declare(
      Watermark known, Instant until, WatermarkDraft draft, Declarer by, Instant now) {
    if (known.isForeignTo(by)) {
      throw ProblemException.of(CommonProblem.NOT_FOUND);
    }
    return known.declare(until, draft.corrects(), by, now);
  }

  private boolean seesAll() {
    return caller.hasRole(Roles.SALES_OPS) || caller.hasRole(Roles.FINANCE);
  }
}
