package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.tracking.credit.ReCreditReason;
import dev.milepost.tracking.rule.RuleRef;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry was made.
 *
 * @param code what happened
 * @param by the event that took the sale back: a reversal, or a newer version of the same record
 * @param supersedes the older version of the same record that the sale took the place of
 * @param rule the rule that made the credit; absent when the sale itself says who sold
 * @param reCredited what the sale was credited anew for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryReason(
    Code code,
    @Nullable SaleRef by,
    @Nullable SaleRef supersedes,
    @Nullable RuleRef rule,
    @Nullable ReCreditReason reCredited) {

  /** What happened. */
  public enum Code {
    /** A sale came. */
    SALE,
    /** A sale arrived when the goal's grace was over, or came after its close. */
    LATE_SALE,
    /** A newer version of a record came that counted before. */
    NEW_VERSION,
    /** The goal became known after the sale. */
    BACK_FILL,
    /** A reversal took the sale back, or a part of it. */
    REVERSED,
    /** A newer version of the same record took the place of the sale. */
    SUPERSEDED,
    /** A rule or a membership changed: the credit was voided, or took a voided one's place. */
    RE_CREDITED,
    /** It came to light that the key was seen before the period, in this sale. */
    SEEN_BEFORE,
    /** The sale in which the key was seen before the period was taken back. */
    NOT_SEEN_BEFORE
  }

  /** Reads the columns that say so. */
  static EntryReason of(Row row) throws SQLException {
    boolean ofSale = row.integer("revision") == 0;
    String ruleKey = row.textOrNull("rule_key");
    String anew = row.textOrNull("anew_reason");
    return new EntryReason(
        code(row, ofSale),
        ref(row, "by"),
        ofSale ? ref(row, "older") : null,
        ruleKey == null ? null : new RuleRef(ruleKey, row.integer("rule_version")),
        anew == null ? null : ReCreditReason.valueOf(anew));
  }

  private static Code code(Row row, boolean ofSale) throws SQLException {
    if (row.textOrNull("key") != null && row.decimal("numerator").signum() == 0) {
      return row.decimal("denominator").signum() > 0 ? Code.SEEN_BEFORE : Code.NOT_SEEN_BEFORE;
    }
    Kind kind = row.constant("kind", Kind.class);
    if (kind == Kind.BACKFILL) {
      return Code.BACK_FILL;
    }
    if (row.textOrNull("anew_reason") != null) {
      return Code.RE_CREDITED;
    }
    if (!ofSale) {
      return row.flag("superseded") ? Code.SUPERSEDED : Code.REVERSED;
    }
    if (row.textOrNull("older_id") != null) {
      return Code.NEW_VERSION;
    }
    return kind == Kind.TRUE_UP ? Code.LATE_SALE : Code.SALE;
  }

  private static @Nullable SaleRef ref(Row row, String which) throws SQLException {
    String source = row.textOrNull(which + "_source");
    return source == null ? null : new SaleRef(source, row.text(which + "_id"));
  }
}
