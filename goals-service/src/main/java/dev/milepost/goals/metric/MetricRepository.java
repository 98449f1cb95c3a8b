package dev.milepost.goals.metric;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The stored metrics. */
@ApplicationScoped
class MetricRepository implements PanacheRepositoryBase<MetricEntity, String> {

  /** The first {@code limit} metrics after a key, in the order of keys. */
  List<MetricEntity> after(String key, int limit) {
    return find("key > ?1 order by key", key).page(0, limit).list();
  }
}
