package dev.milepost.goals.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is about, as opposed to how much it asks for: fixed once it is proposed.
 *
 * @param statement what is to change, in words; may be blank while the goal is being written
 * @param owner whose goal it is
 * @param metric key of the metric it is measured by
 * @param period the period it runs over
 * @param zone IANA name of the zone that its days are counted in
 * @param graceDays days after the period during which late facts still count
 * @param profile how progress is expected over time
 * @param creditTypes the credits that count
 * @param quota whether it pays
 * @param parentId the goal it was derived from
 */
public record GoalTerms(
    String statement,
    Owner owner,
    String metric,
    Period period,
    String zone,
    int graceDays,
    Profile profile,
    List<CreditType> creditTypes,
    boolean quota,
    @Nullable UUID parentId) {

  public GoalTerms {
    creditTypes = List.copyOf(creditTypes);
  }

  /** Until when late facts still count: {@code graceDays} days of the zone after the period. */
  @JsonIgnore
  public Instant graceEnd() {
    return period.end().atZone(ZoneId.of(zone)).plusDays(graceDays).toInstant();
  }
}
