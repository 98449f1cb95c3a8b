package dev.milepost.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads and writes the W3C {@code traceparent} header. */
public final class TraceParent {
  private static final String NAME = "traceparent";
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private TraceParent() {}

  /** The context that the header names; the root context when the header is not valid. */
  public static Context read(String header) {
    return W3C.extract(Context.root(), header, new HeaderGetter());
  }

  /** The header that names the span; null when it belongs to no trace. */
  public static @Nullable String write(SpanContext span) {
    if (!span.isValid()) {
      return null;
    }
    AtomicReference<@Nullable String> header = new AtomicReference<>();
    W3C.inject(
        Context.root().with(Span.wrap(span)),
        header,
        (target, name, value) -> {
          if (target != null && NAME.equals(name)) {
            target.set(value);
          }
        });
    return header.get();
  }

  private static final class HeaderGetter implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String header) {
      return List.of(NAME);
    }

    @Override
    public @Nullable String get(@Nullable String header, String name) {
      return NAME.equals(name) ? header : null;
    }
  }
}
