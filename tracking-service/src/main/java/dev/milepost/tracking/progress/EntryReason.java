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
    EntryCause code,
    @Nullable SaleRef by,
    @Nullable SaleRef supersedes,
    @Nullable RuleRef rule,
    @Nullable ReCreditReason reCredited) {

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

  private static EntryCause code(Row row, boolean ofSale) throws SQLException {
    if (row.textOrNull("key") != null && row.decimal("numerator").signum() == 0) {
      return row.decimal("denominator").signum() > 0
          ? EntryCause.SEEN_BEFORE
          : EntryCause.NOT_SEEN_BEFORE;
    }
    Kind kind = row.constant("kind", Kind.class);
    if (kind == Kind.BACKFILL) {
      return EntryCause.BACK_FILL;
    }
    if (row.textOrNull("anew_reason") != null) {
      return EntryCause.RE_CREDITED;
    }
    if (!ofSale) {
      return row.flag("superseded") ? EntryCause.SUPERSEDED : EntryCause.REVERSED;
    }
    if (row.textOrNull("older_id") != null) {
      return EntryCause.NEW_VERSION;
    }
    return kind == Kind.TRUE_UP ? EntryCause.LATE_SALE : EntryCause.SALE;
  }

  private static @Nullable SaleRef ref(Row row, String which) throws SQLException {
    String source = row.textOrNull(which + "_source");
    return source == null ? null : new SaleRef(source, row.text(which + "_id"));
  }
}
