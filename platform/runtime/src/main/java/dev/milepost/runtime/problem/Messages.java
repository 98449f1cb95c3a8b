package dev.milepost.runtime.problem;

import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The texts of problems: the service's own bundle first, then the shared one. */
final class Messages {
  static final String SERVICE = "messages.problems";
  static final String COMMON = "messages.common-problems";

  private Messages() {}

  static Optional<String> find(Text text, Language language) {
    return Stream.of(SERVICE, COMMON)
        .flatMap(name -> bundle(name, language).stream())
        .filter(bundle -> bundle.containsKey(text.key()))
        .findFirst()
        .map(bundle -> text.fill(bundle.getString(text.key())));
  }

  private static Optional<ResourceBundle> bundle(String name, Language language) {
    try {
      return Optional.of(
          ResourceBundle.getBundle(
              name,
              language.locale(),
              Thread.currentThread().getContextClassLoader(),
              Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    } catch (MissingResourceException noSuchBundle) {
      return Optional.empty();
    }
  }
}
