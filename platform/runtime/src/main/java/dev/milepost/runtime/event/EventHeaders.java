package dev.milepost.runtime.event;

/** Names of the Kafka headers that carry a CloudEvent in binary mode, and our own. */
public final class EventHeaders {
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACE_PARENT = "traceparent";

  /** Why a record is on a dead-letter topic: a stable code. */
  public static final String REASON = "milepost_reason";

  /** Why a record is on a dead-letter topic, in words. */
  public static final String DETAIL = "milepost_detail";

  /** Where a record on a dead-letter topic came from: topic, partition and offset. */
  public static final String ORIGIN = "milepost_origin";

  /** Which service could not use a record on a dead-letter topic. */
  public static final String CONSUMER = "milepost_consumer";

  /** What is missing from a record on a dead-letter topic because it would be too large. */
  public static final String OMITTED = "milepost_omitted";

  static final String SPEC_VERSION = "ce_specversion";
  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String TYPE = "ce_type";
  static final String TIME = "ce_time";
  static final String CORRELATION = "ce_correlationid";
  static final String CAUSATION = "ce_causationid";

  private EventHeaders() {}
}
