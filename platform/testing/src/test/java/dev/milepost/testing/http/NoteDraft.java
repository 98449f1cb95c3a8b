package dev.milepost.testing.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record NoteDraft(
    @NotBlank @Size(max = 40) String title,
    @NotNull @Positive BigDecimal weight,
    @Nullable Kind kind,
    @Nullable Instant at,
    int stars,
    @Nullable @Pattern(regexp = "[a-z]+", message = "not-a-slug") String slug,
    @Nullable List<@Valid Target> targets,
    @Nullable List<@NotBlank String> labels,
    @Nullable Map<String, Object> attributes) {

  enum Kind {
    SHORT,
    LONG
  }

  record Target(@NotNull @Positive BigDecimal value, @Nullable Kind kind) {}
}
