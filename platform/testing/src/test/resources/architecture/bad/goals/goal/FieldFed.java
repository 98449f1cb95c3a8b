package dev.milepost.goals.goal;

import jakarta.inject.Inject;
import java.time.Clock;

class FieldFed {
  @Inject Clock clock;
}
