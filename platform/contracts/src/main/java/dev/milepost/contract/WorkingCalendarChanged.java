package dev.milepost.contract;

import java.util.List;

/**
 * The days on which a team works otherwise than Monday to Friday, whole, as they now stand. A year
 * of which it names no day is not known: then the team above is asked.
 *
 * @param team the company's own id of the team; {@code *} for the organisation, which is asked when
 *     no team is left
 * @param version counts up with every change; readers keep the highest
 * @param days by date, each date once; also those that are as Monday to Friday has it
 */
public record WorkingCalendarChanged(String team, long version, List<WorkingDay> days)
    implements Event {

  /** Stands for the organisation where a team is named; no team has this id. */
  public static final String ORGANISATION = "*";
}
