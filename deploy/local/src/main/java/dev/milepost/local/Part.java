package dev.milepost.local;

import java.util.Locale;
import java.util.stream.Stream;

/** The seven processes of the suite, with the settings that a person may change by environment. */
public enum Part {
  POSTGRES(5432, "192m"),
  KAFKA(9092, "512m"),
  OIDC(8180, "128m"),
  GOALS(8081, "384m"),
  TRACKING(8082, "512m"),
  ANALYTICS(8083, "384m"),
  INCENTIVE(8084, "384m");

  private final int defaultPort;
  private final String defaultHeap;

  Part(int defaultPort, String defaultHeap) {
    this.defaultPort = defaultPort;
    this.defaultHeap = defaultHeap;
  }

  /** The name in logs and addresses. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is one of the four services, not infrastructure. */
  boolean isService() {
    return compareTo(GOALS) >= 0;
  }

  static Stream<Part> services() {
    return Stream.of(values()).filter(Part::isService);
  }

  int defaultPort() {
    return defaultPort;
  }

  String defaultHeap() {
    return defaultHeap;
  }

  /** The environment variable for its port. */
  String portVariable() {
    return name() + "_PORT";
  }

  /** The environment variable for the size of its Java heap. */
  String heapVariable() {
    return name() + "_HEAP";
  }
}
