package dev.milepost.tracking.credit;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.DirectoryChanged;
import dev.milepost.runtime.directory.DirectoryChanged.Change;
import dev.milepost.tracking.catalogue.Hierarchy;
import dev.milepost.tracking.catalogue.Moves;
import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.rule.Rules;
import dev.milepost.tracking.rule.RulesChanged;
import dev.milepost.tracking.rule.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which sales a change of rules or hierarchy concerns, within the transaction that
 * changes the catalogue; so every sale recorded before it is looked at again, and every later one
 * is credited by what changed from the first.
 */
@ApplicationScoped
class ReCreditNews {
  private final ReCreditTasks tasks;
  private final Rules rules;
  private final Directory directory;
  private final Event<ReCreditingDue> due;
  private final Clock clock;

  ReCreditNews(
      ReCreditTasks tasks,
      Rules rules,
      Directory directory,
      Event<ReCreditingDue> due,
      Clock clock) {
    this.tasks = tasks;
    this.rules = rules;
    this.directory = directory;
    this.due = due;
    this.clock = clock;
  }

  void rulesChanged(@Observes RulesChanged changed) {
    changed
        .spans()
        .forEach(
            span -> add(ReCreditReason.RULE_CHANGED, null, span, changed.cause().correlationId()));
    due.fire(new ReCreditingDue());
  }

  void directoryChanged(@Observes DirectoryChanged changed) {
    CreditRules inForce = rules.active();
    if (!changed.teams().isEmpty()) {
      teamsChanged(changed.teams(), inForce);
    }
    if (!changed.participants().isEmpty() && !inForce.askingFor(RuleTarget.Type.ROLE).isEmpty()) {
      rolesChanged(changed.participants(), inForce);
    }
    due.fire(new ReCreditingDue());
  }

  private void teamsChanged(List<Change<TeamChanged>> changes, CreditRules inForce) {
    TeamChanged last = changes.getLast().after();
    List<TeamChanged> teams = directory.teams();
    new Moves(
            new Hierarchy(before(teams, changes, TeamChanged::id), List.of()),
            new Hierarchy(teams, List.of()),
            inForce)
        .ofSellers(changes.stream().map(change -> change.after().id()).toList())
        .forEach((span, sellers) -> moved(sellers, span, last.id() + ":" + last.version()));
  }

  private void rolesChanged(List<Change<ParticipantChanged>> changes, CreditRules inForce) {
    ParticipantChanged last = changes.getLast().after();
    List<ParticipantChanged> all = directory.participants();
    new Moves(
            new Hierarchy(List.of(), before(all, changes, ParticipantChanged::id)),
            new Hierarchy(List.of(), all),
            inForce)
        .ofRoles()
        .forEach(span -> moved(null, span, last.id() + ":" + last.version()));
  }

  private void moved(@Nullable Collection<String> sellers, Span span, String correlationId) {
    add(ReCreditReason.MEMBERSHIP_CHANGED, sellers, span, correlationId);
  }

  private void add(
      ReCreditReason reason,
      @Nullable Collection<String> participants,
      Span span,
      String correlationId) {
    tasks.add(reason, participants, span, correlationId, clock.instant());
  }

  /** As they stood before; of one that changed twice, before the first time. */
  private static <T> Collection<T> before(
      List<T> after, List<Change<T>> changes, Function<T, String> id) {
    Map<String, T> before = new LinkedHashMap<>();
    after.forEach(one -> before.put(id.apply(one), one));
    for (Change<T> change : changes.reversed()) {
      if (change.before() == null) {
        before.remove(id.apply(change.after()));
      } else {
        before.put(id.apply(change.after()), change.before());
      }
    }
    return before.values();
  }
}
