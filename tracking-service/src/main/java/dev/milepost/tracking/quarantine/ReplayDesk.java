package dev.milepost.tracking.quarantine;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantineFilter;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.tracking.quarantine.Replays.Item;
import dev.milepost.tracking.quarantine.Replays.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Sends many quarantined events again, as they came or put right, each on its own. */
@ApplicationScoped
class ReplayDesk {
  private static final String TOPIC = Topic.SALES_EVENTS.topicName();

  private final QuarantineDesk desk;
  private final RepairDesk repairs;
  private final Problems problems;

  ReplayDesk(QuarantineDesk desk, RepairDesk repairs, Problems problems) {
    this.desk = desk;
    this.repairs = repairs;
    this.problems = problems;
  }

  /**
   * Sends those that wait, at most 500.
   *
   * @throws ProblemException when the request names none and describes none, or does both
   */
  Replays replay(ReplayRequest request, String by) {
    if (request.isNeither() || request.isBoth()) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST)
          .violation("/ids", request.isBoth() ? "ids-or-filter" : "required");
    }
    List<UUID> ids = request.ids();
    if (ids != null) {
      return new Replays(each(ids, by), false);
    }
    QuarantineFilter filter =
        new QuarantineFilter(
            request.reason(), request.source(), request.from(), request.to(), false);
    List<UUID> found = desk.ids(TOPIC, filter, ReplayRequest.MOST + 1);
    return new Replays(
        each(found.stream().limit(ReplayRequest.MOST).toList(), by),
        found.size() > ReplayRequest.MOST);
  }

  /** Sends what they should have been in place of them; one that is named again is refused. */
  Replays repair(EventRepair.Batch batch, String by) {
    Set<UUID> named = new HashSet<>();
    List<Item> results = new ArrayList<>();
    for (EventRepair.Batch.Item item : batch.items()) {
      results.add(
          named.add(item.id())
              ? one(item.id(), () -> repairs.repair(item.id(), item.repair(), by))
              : refused(item.id(), Outcome.REFUSED, namedBefore()));
    }
    return new Replays(results, false);
  }

  private List<Item> each(List<UUID> ids, String by) {
    return ids.stream().map(id -> one(id, () -> desk.replay(TOPIC, id, by))).toList();
  }

  /** In a transaction of its own, so that one that is refused does not hold up the others. */
  private Item one(UUID id, Supplier<Optional<QuarantinedRecord>> send) {
    try {
      return send.get()
          .map(sent -> new Item(id, Outcome.REPLAYED, null))
          .orElseGet(() -> refused(id, Outcome.NOT_FOUND, notFound()));
    } catch (ProblemException e) {
      return refused(id, Outcome.REFUSED, e);
    }
  }

  private Item refused(UUID id, Outcome outcome, ProblemException why) {
    return new Item(id, outcome, problems.describe(why));
  }

  private static ProblemException notFound() {
    return ProblemException.of(CommonProblem.NOT_FOUND);
  }

  private static ProblemException namedBefore() {
    return ProblemException.of(CommonProblem.INVALID_REQUEST).violation("", "repeated-item");
  }
}
