package dev.milepost.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a long step is. On a terminal it is drawn over itself; elsewhere (a file, a build log) a
 * line is written for every tenth.
 */
final class ProgressBar {
  private static final int WIDTH = 32;

  private final PrintStream out;
  private final boolean terminal;
  private final String label;
  private final long total;
  private long tenth = -1;

  ProgressBar(PrintStream out, boolean terminal, String label, long total) {
    this.out = out;
    this.terminal = terminal;
    this.label = label;
    this.total = Math.max(1, total);
  }

  /** Shows that this much is done. */
  void show(long done) {
    long now = Math.clamp(done, 0L, total);
    long tenths = now * 10 / total;
    if (terminal) {
      out.print("\r" + line(now));
      out.flush();
    } else if (tenths > tenth) {
      out.println(line(now));
    }
    tenth = tenths;
  }

  /** Ends the line. */
  void finish() {
    if (terminal) {
      out.println();
    }
  }

  private String line(long done) {
    int filled = (int) (done * WIDTH / total);
    return String.format(
        Locale.ROOT,
        "  %-34s [%s%s] %,d / %,d",
        label,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        total);
  }
}
