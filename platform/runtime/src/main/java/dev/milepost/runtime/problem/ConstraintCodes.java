package dev.milepost.runtime.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The stable code of a broken constraint: the constraint's {@code message} where it is one ({@code
 * \@Pattern(message = "not-a-slug")}), else by the kind of constraint.
 */
final class ConstraintCodes {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");

  private static final Map<String, String> BY_CONSTRAINT =
      Map.ofEntries(
          Map.entry("NotNull", "required"),
          Map.entry("NotBlank", "blank"),
          Map.entry("NotEmpty", "empty"),
          Map.entry("Null", "not-allowed"),
          Map.entry("Size", "size"),
          Map.entry("Pattern", "pattern"),
          Map.entry("Email", "pattern"),
          Map.entry("Positive", "not-positive"),
          Map.entry("PositiveOrZero", "negative"),
          Map.entry("Min", "too-small"),
          Map.entry("DecimalMin", "too-small"),
          Map.entry("Max", "too-large"),
          Map.entry("DecimalMax", "too-large"),
          Map.entry("Digits", "digits"));

  private ConstraintCodes() {}

  static String of(ConstraintViolation<?> violation) {
    String message = violation.getMessageTemplate();
    if (CODE.matcher(message).matches()) {
      return message;
    }
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return BY_CONSTRAINT.getOrDefault(constraint, kebab(constraint));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
