package dev.milepost.local.terminal;

import java.time.Duration;

/** How far a long step has come. Closing it leaves its last state as a line. */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

  private final Terminal terminal;
  private final String title;
  private final long total;
  private final long start = System.nanoTime();
  private long drawn = start - REDRAW_NANOS;
  private long done;

  ProgressBar(Terminal terminal, String title, long total) {
    this.terminal = terminal;
    this.title = title;
    this.total = total;
    reached(0, "");
  }

  /**
   * Shows that so much of the total is done.
   *
   * @param note what is going on, or nothing
   */
  public void reached(long done, String note) {
    this.done = done;
    if (System.nanoTime() - drawn >= REDRAW_NANOS) {
      drawn = System.nanoTime();
      terminal.show(line() + (note.isEmpty() ? "" : "  " + note));
    }
  }

  /** Shows that one more is done. */
  public void step() {
    reached(done + 1, "");
  }

  @Override
  public void close() {
    double seconds = (System.nanoTime() - start) / 1e9;
    terminal.finish("%s  %.1f s".formatted(line(), seconds));
  }

  private String line() {
    int filled = total == 0 ? WIDTH : (int) (WIDTH * Math.min(done, total) / total);
    return "%-38s [%s%s] %d/%d"
        .formatted(title, "#".repeat(filled), "-".repeat(WIDTH - filled), done, total);
  }
}
