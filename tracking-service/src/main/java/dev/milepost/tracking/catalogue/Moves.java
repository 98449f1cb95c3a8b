package dev.milepost.tracking.catalogue;

import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.rule.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What became another for sales of which time when the hierarchy changed: from what was known of it
 * before, what is known now, and the rules that ask for it. A change that moved nobody, or only
 * somebody's future, makes nothing another.
 */
public final class Moves {
  private final Hierarchy before;
  private final Hierarchy after;
  private final CreditRules rules;

  public Moves(Hierarchy before, Hierarchy after, CreditRules rules) {
    this.before = before;
    this.after = after;
    this.rules = rules;
  }

  /** The sellers whose own sales stand elsewhere now, by the time of these sales. */
  public Map<Span, Set<String>> ofSellers(Collection<String> changedTeams) {
    Set<String> concerned = new LinkedHashSet<>(before.everBelow(changedTeams));
    concerned.addAll(after.everBelow(changedTeams));
    List<Span> managersCount = rules.askingFor(RuleTarget.Type.MANAGER);
    Map<Span, Set<String>> moved = new LinkedHashMap<>();
    for (String seller : concerned) {
      for (Span span : spansOf(seller, managersCount)) {
        moved.computeIfAbsent(span, time -> new TreeSet<>()).add(seller);
      }
    }
    return moved;
  }

  /** The times in which a rule finds others than before by their role. */
  public List<Span> ofRoles() {
    Set<String> roles = new TreeSet<>(before.roles());
    roles.addAll(after.roles());
    List<Span> moved = new ArrayList<>();
    for (String role : roles) {
      Predicate<Instant> differs = at -> !before.holders(role, at).equals(after.holders(role, at));
      List<Span> asked = rules.askingFor(role);
      if (!asked.isEmpty()) {
        Span.where(borders(before.bordersOfRole(role), after.bordersOfRole(role)), differs)
            .forEach(span -> asked.forEach(time -> span.and(time).ifPresent(moved::add)));
      }
    }
    return moved.stream().distinct().toList();
  }

  private List<Span> spansOf(String seller, List<Span> managersCount) {
    Set<Instant> borders = borders(before.borders(seller), after.borders(seller));
    Predicate<Instant> elsewhere =
        at ->
            !Set.copyOf(before.teamsOf(seller, at)).equals(Set.copyOf(after.teamsOf(seller, at)))
                || managersCount.stream().anyMatch(time -> time.contains(at))
                    && !before.managing(seller, at).equals(after.managing(seller, at));
    managersCount.forEach(
        time -> {
          if (time.from() != null) {
            borders.add(time.from());
          }
          if (time.to() != null) {
            borders.add(time.to());
          }
        });
    return Span.where(borders, elsewhere);
  }

  private static Set<Instant> borders(Set<Instant> one, Set<Instant> other) {
    Set<Instant> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
