package dev.milepost.runtime.inbox;

/** How a consumer reads a topic. */
public enum Reading {
  /**
   * State: the handler keeps the highest version of each key, so a repetition has no effect. Types
   * the suite does not know are ignored.
   */
  STATE,
  /**
   * Facts from outside: the handler deduplicates by a key of its own, and a type that the suite
   * does not know is set aside, because somebody meant it for us. The first batch after a start
   * waits until the state that facts are judged by has caught up.
   */
  INTAKE
}
