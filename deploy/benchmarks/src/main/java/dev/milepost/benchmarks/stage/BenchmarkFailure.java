package dev.milepost.benchmarks.stage;

/** A measurement that cannot be had, or is worth nothing; the message tells a person why. */
public final class BenchmarkFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchmarkFailure(String message) {
    super(message);
  }

  public BenchmarkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
