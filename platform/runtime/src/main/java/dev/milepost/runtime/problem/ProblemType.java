package dev.milepost.runtime.problem;

import java.net.URI;

/**
 * One kind of problem that a service can answer with. Each service has one enum of them; its texts
 * are found in the message bundles by the slug.
 */
public interface ProblemType {
  /** Stable name in kebab case, unique in the suite; part of the published API. */
  String slug();

  /** The HTTP status that goes with it, 400 to 599. */
  int status();

  /** What clients compare with: {@code urn:milepost:problem:<slug>}. */
  default URI uri() {
    return URI.create("urn:milepost:problem:" + slug());
  }
}
