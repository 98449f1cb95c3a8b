package dev.milepost.goals.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.MetricVersion;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** The organisation's metrics: defining, changing and reading them. */
@ApplicationScoped
public class Metrics {
  private final MetricRepository repository;
  private final MetricRules rules;
  private final Outbox outbox;
  private final RequestCause cause;
  private final Clock clock;

  Metrics(
      MetricRepository repository,
      MetricRules rules,
      Outbox outbox,
      RequestCause cause,
      Clock clock) {
    this.repository = repository;
    this.rules = rules;
    this.outbox = outbox;
    this.cause = cause;
    this.clock = clock;
  }

  /** The newest version of a metric. */
  @Transactional
  public Optional<MetricVersion> latest(String key) {
    return repository.findByIdOptional(key).map(Metrics::read).map(MetricDefined::latest);
  }

  @Transactional
  MetricDefined define(MetricDefinition definition) {
    String key =
        Optional.ofNullable(definition.key())
            .orElseThrow(
                () ->
                    ProblemException.of(CommonProblem.INVALID_REQUEST)
                        .violation("/key", "required"));
    check(definition);
    MetricVersion first = definition.toVersion(key, 1, clock.instant());
    MetricDefined metric = new MetricDefined(key, 1, List.of(first));
    if (repository.findByIdOptional(key).isPresent()) {
      throw exists(key);
    }
    try {
      repository.persistAndFlush(new MetricEntity(key, 1, write(metric)));
    } catch (ConstraintViolationException definedMeanwhile) {
      throw exists(key).causedBy(definedMeanwhile);
    }
    publish(metric);
    return metric;
  }

  @Transactional
  MetricDefined change(String key, MetricDefinition definition, IfMatch ifMatch) {
    MetricEntity entity =
        Optional.ofNullable(repository.findById(key, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(Metrics::unknown);
    ifMatch.requireMatch(entity.version);
    if (definition.key() != null && !definition.key().equals(key)) {
      throw ProblemException.of(GoalsProblem.METRIC_INVALID).violation("/key", "key-differs", key);
    }
    check(definition);
    MetricDefined before = read(entity);
    int version = before.version() + 1;
    List<MetricVersion> versions = new ArrayList<>(before.versions());
    versions.add(definition.toVersion(key, version, clock.instant()));
    MetricDefined metric = new MetricDefined(key, version, versions);
    entity.version = version;
    entity.definition = write(metric);
    publish(metric);
    return metric;
  }

  @Transactional
  MetricDefined get(String key) {
    return repository.findByIdOptional(key).map(Metrics::read).orElseThrow(Metrics::unknown);
  }

  @Transactional
  Page<MetricVersion> list(PageRequest request) {
    String after = request.position().map(cursor -> cursor.text(0)).orElse("");
    List<MetricVersion> rows =
        repository.after(after, request.fetch()).stream()
            .map(entity -> read(entity).latest())
            .toList();
    return Page.of(rows, request, metric -> Cursor.of(metric.key()));
  }

  private void check(MetricDefinition definition) {
    List<MetricRules.Fault> faults = rules.faults(definition);
    if (!faults.isEmpty()) {
      ProblemException problem = ProblemException.of(GoalsProblem.METRIC_INVALID);
      faults.forEach(f -> problem.violation(f.pointer(), f.code(), f.args().toArray()));
      throw problem;
    }
  }

  private void publish(MetricDefined metric) {
    String id = metric.key() + "." + metric.version();
    outbox.append(
        new OutgoingEvent(EventType.METRIC_DEFINED, metric.key(), id, metric, cause.current()));
  }

  private static ProblemException exists(String key) {
    return ProblemException.of(GoalsProblem.METRIC_EXISTS, key);
  }

  private static ProblemException unknown() {
    return ProblemException.of(CommonProblem.NOT_FOUND);
  }

  private static MetricDefined read(MetricEntity entity) {
    try {
      return ContractJson.mapper().readValue(entity.definition, MetricDefined.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metric " + entity.key + " is not readable", e);
    }
  }

  private static String write(MetricDefined metric) {
    try {
      return ContractJson.mapper().writeValueAsString(metric);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metric " + metric.key() + " cannot be written", e);
    }
  }
}
