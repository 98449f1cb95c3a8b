package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Money;
import dev.milepost.contract.Ratio;
import dev.milepost.contract.SaleRef;
import dev.milepost.tracking.exchange.AppliedRate;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.sale.VersionNeighbours;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A participant's share of a sale, or what was taken back of it.
 *
 * @param creditId the credit
 * @param revision 0 for the credit itself, counting up with everything taken back
 * @param sale the sale
 * @param saleType CloudEvents type of the sale
 * @param participantId who is credited
 * @param creditType how
 * @param share part of the sale; negative when taken back
 * @param value the sale's amount, undivided; absent when it has none
 * @param teams the teams it rolled up to, from the own one to the root
 * @param occurredAt when the sale happened
 * @param recordedAt when the credit was made
 * @param reversedBy the event that took it back: a reversal, or a newer version of the same record;
 *     absent on the credit itself and where none did
 * @param supersedes the older version of the same record that counted until this sale came
 * @param supersededBy the newer version of the same record that the sale stopped counting for
 * @param rule the rule that made the credit; absent when the sale itself says who sold
 * @param reCredited why the sale was credited anew, on what that voided (a revision) and on what
 *     took its place; absent on all other rows
 * @param returnOf the event that the sale is a return of
 * @param atOriginal where it counts for metrics that count returns in the original's period; absent
 *     while that event has not arrived
 * @param exchangeRates the rates that the sale was counted by in other currencies, for good
 */
public record CreditView(
    String creditId,
    int revision,
    SaleRef sale,
    String saleType,
    String participantId,
    CreditType creditType,
    @Ratio BigDecimal share,
    @Nullable Money value,
    List<String> teams,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable SaleRef reversedBy,
    @Nullable SaleRef supersedes,
    @Nullable SaleRef supersededBy,
    @Nullable RuleRef rule,
    @Nullable ReCreditReason reCredited,
    @Nullable SaleRef returnOf,
    @Nullable Place atOriginal,
    List<AppliedRate> exchangeRates) {

  /**
   * Where a credit of a return counts in the time of its original.
   *
   * @param occurredAt when the original happened
   * @param teams the teams it rolls up to then, from the own one to the root
   */
  @Schema(name = "PlaceOfReturn")
  public record Place(Instant occurredAt, List<String> teams) {
    static @Nullable Place of(Credit credit) {
      AtOriginal at = credit.atOriginal();
      return at == null ? null : new Place(at.original().occurredAt(), at.teams());
    }
  }

  /** How callers see a credit. */
  public static CreditView of(Credit credit, VersionNeighbours versions, List<AppliedRate> rates) {
    Credit.TakenBack by = credit.takenBack();
    Origin origin = credit.origin();
    Origin.ReCredited anew = credit.reCredited();
    return new CreditView(
        credit.id(),
        credit.revision(),
        credit.sale().ref(),
        credit.sale().type().typeName(),
        credit.participantId(),
        credit.type(),
        credit.share(),
        credit.sale().data().amount(),
        credit.teams(),
        credit.occurredAt(),
        credit.recordedAt(),
        by == null ? null : by.ref(),
        versions.supersedes(),
        versions.supersededBy(),
        origin == null ? null : origin.rule(),
        anew == null ? null : anew.reason(),
        credit.sale().isReturn() ? credit.sale().data().returnOf() : null,
        Place.of(credit),
        rates);
  }
}
