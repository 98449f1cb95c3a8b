package dev.milepost.runtime.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * New ids: UUIDs of version 7, so that ids made one after the other lie side by side in an index.
 */
@ApplicationScoped
public class Ids {
  private final TimeBasedEpochRandomGenerator generator =
      Generators.timeBasedEpochRandomGenerator();

  /** An id that nothing else has. */
  public UUID next() {
    return generator.generate();
  }
}
