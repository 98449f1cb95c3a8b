package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.SalesEvent;
import java.math.BigDecimal;
import java.util.List;

/**
 * One participant's part in a sale.
 *
 * @param participantId who
 * @param type how it is credited
 * @param part in (0, 1]; the DIRECT parts of a sale add up to exactly 1
 */
record Share(String participantId, CreditType type, BigDecimal part) {

  /** The shares of a valid sale. One without a seller is the house account's. */
  static List<Share> of(SalesEvent sale, String houseAccount) {
    if (!sale.splits().isEmpty()) {
      return sale.splits().stream()
          .map(split -> new Share(split.participantId(), typeOf(split), split.share()))
          .toList();
    }
    String seller = sale.participantId() == null ? houseAccount : sale.participantId();
    return List.of(new Share(seller, CreditType.DIRECT, BigDecimal.ONE));
  }

  private static CreditType typeOf(SalesEvent.Split split) {
    return split.creditType() == null ? CreditType.DIRECT : split.creditType();
  }
}
