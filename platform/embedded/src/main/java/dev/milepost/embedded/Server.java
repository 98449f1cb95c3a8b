package dev.milepost.embedded;

/** A server that runs inside this JVM, or is owned by it, until it is closed. */
public interface Server extends AutoCloseable {
  /** What a client needs to reach it. */
  String address();

  @Override
  void close();
}
