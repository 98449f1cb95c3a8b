package dev.milepost.local.process;

/** The suite cannot start; the message tells a person why and what to do. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }
}
