package dev.milepost.runtime.access;

import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.Subtree;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Whose rows the caller may see, by role and by place in the hierarchy as it stands now. */
@RequestScoped
public class Visibility {
  private final Caller caller;
  private final Directory directory;
  private final Clock clock;

  Visibility(Caller caller, Directory directory, Clock clock) {
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
  }

  /** For goals and progress: sales operations and finance see all. */
  public VisibleOwners ofProgress() {
    return caller.hasRole(Roles.SALES_OPS) || caller.hasRole(Roles.FINANCE)
        ? new VisibleOwners.Everyone()
        : ownPlace();
  }

  /** For rewards and pay: only finance sees all. */
  public VisibleOwners ofRewards() {
    return caller.hasRole(Roles.FINANCE) ? new VisibleOwners.Everyone() : ownPlace();
  }

  private VisibleOwners ownPlace() {
    Set<String> participants = new HashSet<>();
    Set<String> teams = new HashSet<>();
    Instant now = clock.instant();
    caller
        .participantId()
        .ifPresent(
            self -> {
              participants.add(self);
              teams.addAll(directory.teamsOf(self, now));
              if (caller.hasRole(Roles.MANAGER)) {
                addManaged(self, now, participants, teams);
              }
            });
    return new VisibleOwners.Only(Set.copyOf(participants), Set.copyOf(teams));
  }

  private void addManaged(String self, Instant now, Set<String> participants, Set<String> teams) {
    Subtree managed = directory.under(self, now);
    participants.addAll(managed.participants());
    teams.addAll(directory.teamsManagedBy(self, now));
    teams.addAll(managed.teams());
  }
}
