package dev.milepost.goals.goal;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.Subtree;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the caller stands towards the owners of goals, as of now. */
@RequestScoped
class Standing {
  private final Caller caller;
  private final Visibility visibility;
  private final Directory directory;
  private final Clock clock;
  private @Nullable VisibleOwners visible;

  Standing(Caller caller, Visibility visibility, Directory directory, Clock clock) {
    this.caller = caller;
    this.visibility = visibility;
    this.directory = directory;
    this.clock = clock;
  }

  Actor actor() {
    return new Actor(person(), caller.hasRole(Roles.SALES_OPS), caller.hasRole(Roles.FINANCE));
  }

  Person person() {
    return new Person(caller.principal(), caller.participantId().orElse(null));
  }

  /** The same for the whole of a request. */
  VisibleOwners visible() {
    if (visible == null) {
      visible = visibility.ofProgress();
    }
    return visible;
  }

  /** Whether what others never proposed is shown to the caller; a rep sees what is proposed. */
  boolean seesDrafts() {
    return caller.hasRole(Roles.MANAGER)
        || caller.hasRole(Roles.SALES_OPS)
        || caller.hasRole(Roles.FINANCE);
  }

  boolean sees(Goal goal) {
    boolean open = goal.proposal() != null || seesDrafts() || isAuthor(goal);
    return open && visible().includes(goal.terms().owner());
  }

  boolean isAuthor(Goal goal) {
    return goal.author().isSameAs(person());
  }

  /** Whether the caller may set goals for the owner: sales-ops, a manager above, or the owner. */
  boolean mayWriteFor(Owner owner) {
    return caller.hasRole(Roles.SALES_OPS) || isSelf(owner) || manages(owner);
  }

  /** Whether the caller stands above the owner: sales-ops, or a manager other than the owner. */
  boolean isAbove(Owner owner) {
    if (caller.hasRole(Roles.SALES_OPS)) {
      return true;
    }
    return manages(owner) && !isSelf(owner) && !isManagerOf(owner);
  }

  private boolean isSelf(Owner owner) {
    return ApprovalPolicy.isOwner(owner, person());
  }

  private boolean isManagerOf(Owner owner) {
    return owner.type() == Owner.Type.TEAM
        && person().is(directory.managerOf(owner.id(), clock.instant()).orElse(null));
  }

  private boolean manages(Owner owner) {
    Optional<String> self = caller.participantId();
    if (self.isEmpty() || !caller.hasRole(Roles.MANAGER)) {
      return false;
    }
    Subtree managed = directory.under(self.get(), clock.instant());
    return switch (owner.type()) {
      case PARTICIPANT -> managed.participants().contains(owner.id());
      case TEAM -> managed.teams().contains(owner.id());
    };
  }
}
