package dev.milepost.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;

class TraceParentTest {
  private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void writesWhatItRead() {
    SpanContext span = Span.fromContext(TraceParent.read(HEADER)).getSpanContext();

    assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(TraceParent.write(span)).isEqualTo(HEADER);
  }

  @Test
  void aBrokenHeaderIsNoTrace() {
    SpanContext span = Span.fromContext(TraceParent.read("nonsense")).getSpanContext();

    assertThat(TraceParent.write(span)).isNull();
  }
}
