package dev.milepost.incentive.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Money;
import dev.milepost.contract.Ratio;
import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one credit changed in a goal.
 *
 * @param sequence number of the line among the goal's, from 1
 * @param delta what it changed, in the metric's unit
 * @param creditId the credit
 * @param revision 0 for the credit itself, higher for what takes it back
 * @param participantId who is credited
 * @param creditType how
 * @param share part of the sale; negative when taken back
 * @param sale the sales event it comes from
 * @param reversedBy the event that takes it back, if this line does
 */
public record CreditLine(
    long sequence,
    BigDecimal delta,
    String creditId,
    int revision,
    String participantId,
    CreditType creditType,
    @Ratio BigDecimal share,
    Sale sale,
    @Nullable SaleRef reversedBy) {

  /**
   * A sales event, as far as credits tell.
   *
   * @param source CloudEvents source
   * @param id CloudEvents id
   * @param type CloudEvents type
   * @param occurredAt when it happened
   * @param amount its amount, undivided, if it has one
   */
  public record Sale(
      String source, String id, String type, Instant occurredAt, @Nullable Money amount) {}
}
