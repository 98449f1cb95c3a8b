package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.sale.Digits;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one credit, and how to take some of it back.
 *
 * @param creditNo the credit
 * @param participantId who was credited
 * @param type how
 * @param share the share of the whole sale, before anything was taken back of it
 * @param teams the teams it rolled up to
 * @param left the share that earlier compensations left
 * @param revision the last revision
 * @param atOriginal where it stands with metrics that count returns in the original's period; null
 *     when its sale is no return, or the original is not known
 * @param madeAnewAt when a change of rules or memberships made it; null when it came with its sale
 */
record Compensation(
    long creditNo,
    String participantId,
    CreditType type,
    BigDecimal share,
    List<String> teams,
    BigDecimal left,
    int revision,
    @Nullable AtOriginal atOriginal,
    @Nullable Instant madeAnewAt) {

  /** What remains when this part of the whole sale is taken back, by all reversals together. */
  Compensation after(BigDecimal taken) {
    return new Compensation(
        creditNo,
        participantId,
        type,
        share,
        teams,
        remains(share, taken),
        revision + 1,
        atOriginal,
        madeAnewAt);
  }

  /** What remains of a share when this part of the whole sale is taken back. */
  static BigDecimal remains(BigDecimal share, BigDecimal taken) {
    return Digits.rounded(share.multiply(BigDecimal.ONE.subtract(taken)), Settlement.PART_SCALE);
  }

  /** The revision that leads from {@code this} to {@code after}. */
  Credit revision(Compensation after, long no, Sale sale, TakenBack by, Instant now) {
    BigDecimal change = after.left.subtract(left).stripTrailingZeros();
    return new Credit(
        no,
        creditNo,
        after.revision,
        sale,
        participantId,
        type,
        change,
        after.left,
        teams,
        now,
        by.notBefore(madeAnewAt),
        null,
        atOriginal);
  }

  /** The revision that takes back all that is left, since another credit takes its place. */
  Credit voided(long no, Sale sale, Origin.ReCredited why, Instant now) {
    return new Credit(
        no,
        creditNo,
        revision + 1,
        sale,
        participantId,
        type,
        left.negate(),
        BigDecimal.ZERO,
        teams,
        now,
        null,
        new Origin(null, null, why),
        atOriginal);
  }
}
