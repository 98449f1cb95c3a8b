package dev.milepost.tracking.intake;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.outbox.OutboxRecord;
import dev.milepost.tracking.intake.IntakeItem.Outcome;
import dev.milepost.tracking.intake.Submission.Valid;
import dev.milepost.tracking.sale.Repetitions;
import dev.milepost.tracking.sale.SaleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes valid events in: remembers their identity and sends them on, in one transaction. */
@ApplicationScoped
class Intake {
  private final IntakeRows rows;
  private final Repetitions repetitions;
  private final Outbox outbox;
  private final RequestCause request;
  private final SaleConfig config;
  private final Clock clock;

  Intake(
      IntakeRows rows,
      Repetitions repetitions,
      Outbox outbox,
      RequestCause request,
      SaleConfig config,
      Clock clock) {
    this.rows = rows;
    this.repetitions = repetitions;
    this.outbox = outbox;
    this.request = request;
    this.config = config;
    this.clock = clock;
  }

  /** What became of each, in the same order: ACCEPTED, DUPLICATE or CONFLICT. */
  @Transactional
  List<Outcome> accept(List<Valid> submissions) {
    Map<SaleRef, Valid> firsts = new LinkedHashMap<>();
    submissions.forEach(submission -> firsts.putIfAbsent(submission.ref(), submission));
    Map<SaleRef, byte[]> known = rows.known(firsts.keySet());
    Set<SaleRef> claimed = claim(firsts, known);
    List<Outcome> outcomes = new ArrayList<>();
    List<OutboxRecord> records = new ArrayList<>();
    for (Valid submission : submissions) {
      byte[] first = known.putIfAbsent(submission.ref(), submission.content().hash());
      if (claimed.remove(submission.ref())) {
        records.add(record(submission));
        outcomes.add(Outcome.ACCEPTED);
      } else {
        boolean same = Arrays.equals(first, submission.content().hash());
        outcomes.add(same ? Outcome.DUPLICATE : Outcome.CONFLICT);
      }
    }
    outbox.appendRecords(records);
    Instant now = clock.instant();
    repetitions.duplicates(refs(submissions, outcomes, Outcome.DUPLICATE), now);
    repetitions.conflicts(refs(submissions, outcomes, Outcome.CONFLICT), now);
    return outcomes;
  }

  private static List<SaleRef> refs(
      List<Valid> submissions, List<Outcome> outcomes, Outcome wanted) {
    return IntStream.range(0, outcomes.size())
        .filter(i -> outcomes.get(i) == wanted)
        .mapToObj(i -> submissions.get(i).ref())
        .toList();
  }

  /** Claims what is not known; what another request claimed meanwhile becomes known. */
  private Set<SaleRef> claim(Map<SaleRef, Valid> firsts, Map<SaleRef, byte[]> known) {
    Instant now = clock.instant();
    List<Valid> fresh =
        firsts.values().stream().filter(valid -> !known.containsKey(valid.ref())).toList();
    Set<SaleRef> claimed = rows.claim(fresh, now);
    List<SaleRef> lost =
        fresh.stream().map(Valid::ref).filter(ref -> !claimed.contains(ref)).toList();
    if (!lost.isEmpty()) {
      known.putAll(rows.known(lost));
    }
    return claimed;
  }

  /** The record of the topic that carries the event, in binary mode and canonical form. */
  OutboxRecord record(Valid submission) {
    String key = key(submission.data());
    OutgoingEvent event =
        new OutgoingEvent(
            submission.type(),
            key,
            submission.ref().id(),
            submission.data(),
            inTrace(submission.cause()));
    return new OutboxRecord(
        Topic.SALES_EVENTS.topicName(),
        key.getBytes(StandardCharsets.UTF_8),
        EventWriter.headers(event, submission.ref().source(), clock.instant()),
        submission.content().json());
  }

  /** An event that names no trace is part of the request's. */
  private Cause inTrace(Cause told) {
    return told.traceParent() != null
        ? told
        : new Cause(told.correlationId(), told.causationId(), request.current().traceParent());
  }

  private String key(SalesEvent data) {
    if (data.participantId() != null) {
      return data.participantId();
    }
    return data.splits().isEmpty()
        ? config.houseAccount()
        : data.splits().getFirst().participantId();
  }
}
