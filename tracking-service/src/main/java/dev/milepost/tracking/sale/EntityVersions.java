package dev.milepost.tracking.sale;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.sale.Succession.Superseded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which version of each entity is in force; see {@link Succession}. */
@ApplicationScoped
public class EntityVersions {
  /** Changes nothing of an entity that is known, but locks it and answers what it was. */
  private static final String LOCK =
      """
      INSERT INTO sales_entity AS known (source, entity_key, version, event_no)
      SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
      ON CONFLICT (source, entity_key) DO UPDATE SET version = known.version
      RETURNING source, entity_key, version, event_no
      """;

  private static final String ADVANCE =
      """
      UPDATE sales_entity e SET version = n.version, event_no = n.event_no
      FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
           AS n (source, entity_key, version, event_no)
      WHERE e.source = n.source AND e.entity_key = n.entity_key
      """;
  private static final String SUPERSEDE =
      """
      INSERT INTO superseded_event (event_no, by_no, was_in_force)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::boolean[])
      """;

  private final Sql sql;

  EntityVersions(Sql sql) {
    this.sql = sql;
  }

  /**
   * Decides on the versions among new events, in order of arrival. Two batches with versions of one
   * entity wait for each other. Events that are versions of nothing cost nothing.
   */
  public NewVersions arrived(List<Sale> fresh) {
    SortedMap<Entity, List<Version>> arrived = new TreeMap<>();
    for (Sale sale : fresh) {
      Entity.of(sale)
          .ifPresent(
              entity ->
                  arrived.computeIfAbsent(entity, e -> new ArrayList<>()).add(Version.of(sale)));
    }
    if (arrived.isEmpty()) {
      return NewVersions.NONE;
    }
    List<Superseded> superseded = succeed(arrived);
    supersede(superseded);
    return newVersions(superseded, fresh);
  }

  private List<Superseded> succeed(SortedMap<Entity, List<Version>> arrived) {
    Map<Entity, Version> known = lock(arrived);
    Map<Entity, Version> advanced = new LinkedHashMap<>();
    List<Superseded> superseded = new ArrayList<>();
    arrived.forEach(
        (entity, versions) -> {
          Succession succession = Succession.of(known.get(entity), versions);
          superseded.addAll(succession.superseded());
          if (known.containsKey(entity) && !succession.inForce().equals(known.get(entity))) {
            advanced.put(entity, succession.inForce());
          }
        });
    advance(advanced);
    return superseded;
  }

  /** The versions in force before, of those entities that were known. All are locked, in order. */
  private Map<Entity, Version> lock(SortedMap<Entity, List<Version>> arrived) {
    Map<Entity, Version> highest = new LinkedHashMap<>();
    arrived.forEach((entity, versions) -> highest.put(entity, Succession.highest(versions)));
    Map<Entity, Version> known = new HashMap<>();
    sql.query(LOCK, row -> known.put(entity(row), version(row)), columns(highest));
    known.entrySet().removeIf(row -> row.getValue().equals(highest.get(row.getKey())));
    return known;
  }

  private void advance(Map<Entity, Version> versions) {
    if (!versions.isEmpty()) {
      sql.update(ADVANCE, columns(versions));
    }
  }

  private static Object[] columns(Map<Entity, Version> versions) {
    return new Object[] {
      versions.keySet().stream().map(Entity::source).toArray(String[]::new),
      versions.keySet().stream().map(Entity::key).toArray(String[]::new),
      versions.values().stream().mapToLong(Version::number).toArray(),
      versions.values().stream().mapToLong(Version::eventNo).toArray()
    };
  }

  private void supersede(List<Superseded> superseded) {
    if (superseded.isEmpty()) {
      return;
    }
    boolean[] wasInForce = new boolean[superseded.size()];
    for (int i = 0; i < wasInForce.length; i++) {
      wasInForce[i] = superseded.get(i).wasInForce();
    }
    sql.update(
        SUPERSEDE,
        superseded.stream().mapToLong(Superseded::eventNo).toArray(),
        superseded.stream().mapToLong(Superseded::byNo).toArray(),
        wasInForce);
  }

  private static NewVersions newVersions(List<Superseded> superseded, List<Sale> fresh) {
    Map<Long, Sale> byNo = new HashMap<>();
    fresh.forEach(sale -> byNo.put(sale.no(), sale));
    Set<Long> behind = new LinkedHashSet<>();
    Map<Long, Sale> replaced = new LinkedHashMap<>();
    for (Superseded one : superseded) {
      if (one.wasInForce()) {
        replaced.put(one.eventNo(), Objects.requireNonNull(byNo.get(one.byNo()), "it is new"));
      } else {
        behind.add(one.eventNo());
      }
    }
    return new NewVersions(behind, replaced);
  }

  private static Entity entity(Row row) throws SQLException {
    return new Entity(row.text("source"), row.text("entity_key"));
  }

  private static Version version(Row row) throws SQLException {
    return new Version(row.number("version"), row.number("event_no"));
  }
}
