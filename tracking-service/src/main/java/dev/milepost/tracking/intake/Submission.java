package dev.milepost.tracking.intake;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
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
   * @param type its kind
   * @param data what it says
   * @param content its canonical data, as it goes to the topic
   * @param cause what it names as its causes; without any it is the first
   */
  record Valid(SaleRef ref, EventType type, SalesEvent data, SaleContent content, Cause cause)
      implements Submission {}

  /** One that does not; source and id as far as they could be read. */
  record Invalid(@Nullable String source, @Nullable String id, List<Violation> violations)
      implements Submission {}
}
