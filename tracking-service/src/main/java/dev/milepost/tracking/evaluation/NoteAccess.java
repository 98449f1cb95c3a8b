package dev.milepost.tracking.evaluation;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.Subtree;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;

/**
 * Who writes and reads notes: whoever manages the owner as of now, directly or from further up, and
 * sales-ops write them; the owner and finance read them too. Nobody notes anything on a goal of
 * their own. Who sees the totals of a team above does not read what its manager noted.
 */
@RequestScoped
class NoteAccess {
  private final Caller caller;
  private final Directory directory;
  private final Clock clock;

  NoteAccess(Caller caller, Directory directory, Clock clock) {
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
  }

  boolean mayWrite(Owner owner) {
    return !isSelf(owner)
        && (caller.hasRole(Roles.SALES_OPS) || (caller.hasRole(Roles.MANAGER) && isManaged(owner)));
  }

  boolean mayRead(Owner owner) {
    return caller.hasRole(Roles.FINANCE) || isSelf(owner) || mayWrite(owner);
  }

  private boolean isSelf(Owner owner) {
    return caller.participantId().map(Owner::participant).filter(owner::equals).isPresent();
  }

  private boolean isManaged(Owner owner) {
    return caller
        .participantId()
        .map(self -> directory.under(self, clock.instant()))
        .filter(managed -> isIn(managed, owner))
        .isPresent();
  }

  private static boolean isIn(Subtree managed, Owner owner) {
    return switch (owner.type()) {
      case PARTICIPANT -> managed.participants().contains(owner.id());
      case TEAM -> managed.teams().contains(owner.id());
    };
  }
}
