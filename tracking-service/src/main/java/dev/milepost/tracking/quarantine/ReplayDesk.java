package dev.milepost.tracking.quarantine;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantineFilter;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.tracking.quarantine.Replays.Item;
import dev.milepost.tracking.quarantine.Replays.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Sends many quarantined events again, each on its own. */
@ApplicationScoped
class ReplayDesk {
  private static final String TOPIC = Topic.SALES_EVENTS.topicName();

  private final QuarantineDesk desk;
  private final Problems problems;

  ReplayDesk(QuarantineDesk desk, Problems problems) {
    this.desk = desk;
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

  private List<Item> each(List<UUID> ids, String by) {
    return ids.stream().map(id -> one(id, by)).toList();
  }

  /** In a transaction of its own, so that a large one does not hold up the others. */
  private Item one(UUID id, String by) {
    try {
      return desk.replay(TOPIC, id, by)
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
}
