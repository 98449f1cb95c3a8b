package dev.milepost.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor time of processes as Linux counts it, see {@code proc(5)}.
 *
 * @param own ticks that the process itself used
 * @param ended ticks that those of its children used which have ended
 */
record ProcessTime(long own, long ended) {
  /** Ticks in a second; the same on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final Path PROC = Path.of("/proc");
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  /** Whether this machine tells. */
  static boolean isKnown() {
    return Files.exists(PROC.resolve("self/stat"));
  }

  /** Seconds of a process alone; none once it has ended. */
  static double ofProcess(long pid) {
    return stat(pid).own / TICKS_PER_SECOND;
  }

  /** Seconds of a process and its children, those that have ended included. */
  static double ofFamily(long pid) {
    ProcessTime parent = stat(pid);
    long ticks = parent.own + parent.ended;
    for (long child : children(pid)) {
      ticks += stat(child).own;
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static ProcessTime stat(long pid) {
    try {
      return parse(Files.readString(PROC.resolve(pid + "/stat")));
    } catch (IOException gone) {
      return new ProcessTime(0, 0);
    }
  }

  /** Reads the line of a process. Its name, in brackets, may hold anything. */
  static ProcessTime parse(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new ProcessTime(
        Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]),
        Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]));
  }

  private static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    try {
      String line = Files.readString(PROC.resolve(pid + "/task/" + pid + "/children"));
      for (String child : line.strip().split(" ")) {
        if (!child.isEmpty()) {
          children.add(Long.parseLong(child));
        }
      }
    } catch (IOException gone) {
      return List.of();
    }
    return children;
  }
}
