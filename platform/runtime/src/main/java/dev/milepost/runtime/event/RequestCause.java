package dev.milepost.runtime.event;

import dev.milepost.runtime.time.Ids;
import dev.milepost.runtime.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The cause of all that an HTTP request leads to: the request itself. */
@RequestScoped
public class RequestCause {
  private final Ids ids;
  private @Nullable Cause cause;

  RequestCause(Ids ids) {
    this.ids = ids;
  }

  /** The same for the whole of a request. */
  public Cause current() {
    if (cause == null) {
      String traceParent = TraceParent.write(Span.current().getSpanContext());
      cause = new Cause(ids.next().toString(), null, traceParent);
    }
    return cause;
  }
}
