package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.tracking.catalogue.Hierarchy;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.sale.Original;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One participant's part in a sale.
 *
 * @param participantId who
 * @param type how it is credited
 * @param part in (0, 1]; the DIRECT parts of a sale add up to exactly 1
 * @param teams the teams it rolls up to at the time of the sale; none for OVERLAY
 * @param rule the rule that says so; null when the sale itself does, or nobody
 * @param atOriginal where it stands in the time of the event that the sale is a return of; null
 *     when it names none, or none that is known
 */
record Share(
    String participantId,
    CreditType type,
    BigDecimal part,
    List<String> teams,
    @Nullable RuleRef rule,
    @Nullable AtOriginal atOriginal) {

  /** The same share of a return, whose original is known. */
  Share returning(Original original, Hierarchy hierarchy) {
    List<String> teamsThen =
        type == CreditType.OVERLAY
            ? List.of()
            : hierarchy.teamsOf(participantId, original.occurredAt());
    return new Share(participantId, type, part, teams, rule, new AtOriginal(original, teamsThen));
  }
}
