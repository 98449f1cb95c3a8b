package dev.milepost.local;

import dev.milepost.embedded.TokenSource.Identity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of the demo whom a newcomer may speak for, one for each role and two for approval. */
public enum Persona {
  REP("rep", "darcel-schlecht"),
  MANAGER("manager", "melvin-marxen"),
  SALES_OPS("sales-ops", null),
  SALES_OPS_2("sales-ops", null),
  FINANCE("finance", null),
  INTEGRATION("integration", null);

  private final String role;
  private final @Nullable String participantId;

  Persona(String role, @Nullable String participantId) {
    this.role = role;
    this.participantId = participantId;
  }

  /** The name on the command line, and the principal of those who are no participant. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whom a token speaks for. */
  public Identity identity() {
    String subject = participantId == null ? label() : participantId;
    return new Identity(subject, participantId, List.of(role));
  }

  /** The persona of this name. */
  static Persona named(String label) {
    return Stream.of(values())
        .filter(persona -> persona.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(label)));
  }

  private static String unknown(String label) {
    String known = Stream.of(values()).map(Persona::label).collect(Collectors.joining(", "));
    return "Nobody is called \"%s\". There are: %s".formatted(label, known);
  }
}
