package dev.milepost.goals.goal;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What goals have to know about the organisation. */
@ApplicationScoped
class Organisation {
  private final Directory directory;

  Organisation(Directory directory) {
    this.directory = directory;
  }

  boolean knows(Owner owner) {
    return switch (owner.type()) {
      case PARTICIPANT -> directory.participant(owner.id()).isPresent();
      case TEAM -> directory.team(owner.id()).isPresent();
    };
  }

  ReportingLine lineOf(Owner owner, Instant at) {
    List<String> teams = new ArrayList<>();
    switch (owner.type()) {
      case PARTICIPANT -> teams.addAll(directory.lineOf(owner.id(), at));
      case TEAM -> {
        teams.add(owner.id());
        teams.addAll(directory.teamsAbove(owner.id(), at));
      }
    }
    return new ReportingLine(teams.stream().map(team -> directory.managerOf(team, at)).toList());
  }
}
