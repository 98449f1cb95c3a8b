package dev.milepost.local.terminal;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints lines, and below them the progress bar that is open, if one is. Where output goes to a
 * file, there is no bar, only a line at its beginning and one at its end.
 */
public final class Terminal {
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean interactive;
  private @Nullable String status;

  public Terminal(PrintStream out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  /** The terminal of this process; needs {@code -Djdk.console=java.base} to tell it from a file. */
  public static Terminal ofProcess() {
    return new Terminal(System.out, System.console() != null);
  }

  /** Prints a line. */
  public synchronized void say(String line) {
    if (status == null) {
      out.println(line);
    } else {
      out.println(CLEAR_LINE + line);
      out.print(status);
    }
    out.flush();
  }

  /** Opens a progress bar; one at a time. */
  public ProgressBar bar(String title, long total) {
    if (!interactive) {
      say(title + " ...");
    }
    return new ProgressBar(this, title, total);
  }

  synchronized void show(String line) {
    if (interactive) {
      status = line;
      out.print(CLEAR_LINE + line);
      out.flush();
    }
  }

  synchronized void finish(String line) {
    String before = status == null ? "" : CLEAR_LINE;
    status = null;
    out.println(before + line);
    out.flush();
  }
}
