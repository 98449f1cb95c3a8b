package dev.milepost.analytics.trend;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose trends the caller may read. */
@ApplicationScoped
class TrendAccess {
  private final Visibility visibility;
  private final Caller caller;
  private final Directory directory;
  private final Clock clock;

  TrendAccess(Visibility visibility, Caller caller, Directory directory, Clock clock) {
    this.visibility = visibility;
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
  }

  /** Own trends need only the token; others an owner that is visible and known. */
  boolean mayRead(@Nullable Owner owner) {
    VisibleOwners visible = visibility.ofProgress();
    return owner == null
        ? visible.all() || seesRoots(visible)
        : visible.includes(owner) && (isSelf(owner) || isKnown(owner));
  }

  /** The total of the organisation is the total of its root. */
  private boolean seesRoots(VisibleOwners visible) {
    List<String> roots = directory.roots(clock.instant());
    return !roots.isEmpty() && visible.teamIds().containsAll(roots);
  }

  private boolean isSelf(Owner owner) {
    return caller.participantId().map(Owner::participant).filter(owner::equals).isPresent();
  }

  private boolean isKnown(Owner owner) {
    return switch (owner.type()) {
      case PARTICIPANT -> directory.participant(owner.id()).isPresent();
      case TEAM -> directory.team(owner.id()).isPresent();
    };
  }
}
