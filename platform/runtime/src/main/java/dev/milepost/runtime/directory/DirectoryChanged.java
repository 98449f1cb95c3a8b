package dev.milepost.runtime.directory;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fired inside the transaction that changed the directory, after it did so: for whoever must follow
 * up what stood elsewhere before. Names only what became another; a change of the fiscal calendar
 * moves nobody.
 *
 * @param teams teams as they stood and as they stand
 * @param participants participants as they stood and as they stand
 * @param workingCalendars working calendars as they were and as they are
 */
public record DirectoryChanged(
    List<Change<TeamChanged>> teams,
    List<Change<ParticipantChanged>> participants,
    List<Change<WorkingCalendarChanged>> workingCalendars) {

  /**
   * One that changed.
   *
   * @param before as it stood; null when it was not known
   * @param after as it stands now
   */
  public record Change<T>(@Nullable T before, T after) {}
}
