package dev.milepost.goals.metric;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A metric with all its versions, as it is published. */
@Entity
@Table(name = "metric")
class MetricEntity {
  @Id
  @Column(name = "metric_key")
  String key;

  int version;

  /** The {@code MetricDefined} of the newest version. */
  @JdbcTypeCode(SqlTypes.JSON)
  String definition;

  /** For Hibernate. */
  MetricEntity() {
    this("", 0, "");
  }

  MetricEntity(String key, int version, String definition) {
    this.key = key;
    this.version = version;
    this.definition = definition;
  }
}
