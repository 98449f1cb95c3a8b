package dev.milepost.tracking.intake;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.tracking.sale.SaleContent;
import dev.milepost.tracking.sale.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of a request, read. */
sealed interface Submission {

  /**
   * An event that fulfils all rules.
   *
   * @param ref its identity
   * @param data what it says
   * @param content its canonical data
   * @param event the CloudEvent in structured mode, as it goes to the topic
   */
  record Valid(SaleRef ref, SalesEvent data, SaleContent content, byte[] event)
      implements Submission {}

  /** One that does not; source and id as far as they could be read. */
  record Invalid(@Nullable String source, @Nullable String id, List<Violation> violations)
      implements Submission {}
}
