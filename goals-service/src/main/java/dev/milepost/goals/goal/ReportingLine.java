package dev.milepost.goals.goal;

import java.util.List;
import java.util.Optional;

/**
 * The managers of an owner's teams as of now, from the nearest team to the root: for a participant
 * beginning with the teams it belongs to or manages, for a team with the team itself. A team
 * without a manager has an empty place.
 */
record ReportingLine(List<Optional<String>> managers) {
  ReportingLine {
    managers = List.copyOf(managers);
  }
}
