package dev.milepost.goals.goal;

import dev.milepost.goals.goal.GoalReader.Draft;
import dev.milepost.runtime.time.Ids;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Writing goals: from a blank page to the moment they are proposed. */
@ApplicationScoped
class GoalDrafts {
  private final GoalActions actions;
  private final GoalReader reader;
  private final GoalStore store;
  private final Standing standing;
  private final Ids ids;
  private final Clock clock;

  GoalDrafts(
      GoalActions actions,
      GoalReader reader,
      GoalStore store,
      Standing standing,
      Ids ids,
      Clock clock) {
    this.actions = actions;
    this.reader = reader;
    this.store = store;
    this.standing = standing;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  Goal create(GoalRequest request) {
    Person author = standing.person();
    Draft draft = reader.read(request, null, author);
    Goal goal = Goal.draft(ids.next(), author, draft.terms(), draft.first(), clock.instant());
    store.add(goal);
    return goal;
  }

  @Transactional
  Goal edit(UUID id, GoalRequest request, IfMatch ifMatch) {
    return actions.bySuperior(
        id,
        (goal, by, now) -> {
          ifMatch.requireMatch(goal.version());
          Draft draft = reader.read(request, id, by.person());
          return goal.edit(by.person(), draft.terms(), draft.first(), now);
        });
  }
}
