package dev.milepost.contract;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact from another system: a deal won, an order placed, a survey answered. Its kind is the
 * CloudEvents type, its identity the CloudEvents {@code (source, id)}.
 *
 * @param occurredAt when it happened; decides the period it counts in
 * @param participantId the seller, when there is one; not together with {@code splits}
 * @param splits several sellers and their shares; empty when there is one seller or none
 * @param amount its value, if it has one
 * @param stage stage of the deal, in the source's own words
 * @param customer the customer's key in the source
 * @param product the product's key in the source
 * @param quantity how many
 * @param documentId number of the order, invoice or contract
 * @param entityKey the record of the source that this fact is a version of
 * @param entityVersion version of that record; a higher one supersedes
 * @param attributes anything else that metrics and rules may ask for
 * @param reverses the event that this one undoes; only on {@code event.reversed}
 * @param reversedAmount the part that is undone; absent: all of it
 * @param reason why it is undone
 * @param returnOf the event that this one is a return of, such as a credit note or a refund, with a
 *     date and (negative) amounts of its own; not on {@code event.reversed}
 */
public record SalesEvent(
    Instant occurredAt,
    @Nullable String participantId,
    @JsonInclude(NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<Split> splits,
    @Nullable Money amount,
    @Nullable String stage,
    @Nullable String customer,
    @Nullable String product,
    @Nullable BigDecimal quantity,
    @Nullable String documentId,
    @Nullable String entityKey,
    @Nullable Long entityVersion,
    @JsonInclude(NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Object> attributes,
    @Nullable SaleRef reverses,
    @Nullable BigDecimal reversedAmount,
    @Nullable String reason,
    @Nullable SaleRef returnOf)
    implements Event {

  public SalesEvent {
    splits = splits == null ? List.of() : List.copyOf(splits);
    attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(attributes);
  }

  /** A fact of which no more is known than who sold when, and for how much. */
  public static SalesEvent sold(
      Instant occurredAt,
      @Nullable String participantId,
      List<Split> splits,
      @Nullable Money amount) {
    return new SalesEvent(
        occurredAt,
        participantId,
        splits,
        amount,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null);
  }

  /**
   * One seller's part in a sale.
   *
   * @param participantId the seller
   * @param share part of the sale, in (0, 1]
   * @param creditType DIRECT when absent
   */
  public record Split(
      String participantId, @Ratio BigDecimal share, @Nullable CreditType creditType) {}
}
