package dev.milepost.local;

import dev.milepost.embedded.TokenSource.Identity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The people of the demo whose tokens one may ask for. */
public enum Persona {
  REP("rep", participant("darcel-schlecht", "rep")),
  MANAGER("manager", participant("melvin-marxen", "manager")),
  SALES_OPS("sales-ops", office("sales-ops", "sales-ops")),
  SALES_OPS_2("sales-ops-2", office("sales-ops-2", "sales-ops")),
  FINANCE("finance", office("finance", "finance")),
  INTEGRATION("integration", office("crm", "integration"));

  private final String key;
  private final Identity identity;

  Persona(String key, Identity identity) {
    this.key = key;
    this.identity = identity;
  }

  /** The name to ask for it by. */
  public String key() {
    return key;
  }

  /** What its token says. */
  public Identity identity() {
    return identity;
  }

  /** The persona with this key. */
  public static Optional<Persona> named(String key) {
    return Arrays.stream(values()).filter(persona -> persona.key.equals(key)).findFirst();
  }

  /** A participant in one role. */
  public static Identity participant(String id, String role) {
    return new Identity(id, id, List.of(role));
  }

  private static Identity office(String subject, String role) {
    return new Identity(subject, null, List.of(role));
  }
}
