package dev.milepost.runtime.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a condition apart where {@code &&} joins it, by its text, so that each part reads as its
 * author wrote it. Knows of the language only what can hide an operator: texts, comments and
 * parentheses.
 */
final class Conjuncts {
  private static final String HIDDEN =
      String.join(
          "|",
          "\"{3}[\\s\\S]*?\"{3}",
          "'{3}[\\s\\S]*?'{3}",
          "[rR]\"[^\"]*+\"",
          "[rR]'[^']*+'",
          "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"",
          "'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'",
          "//[^\\n]*+");
  private static final Pattern TOKEN =
      Pattern.compile(HIDDEN + "|(?<token>&&|\\|\\||[?(\\[{)\\]}])|[\\s\\S]");

  private final String source;
  private final List<String> parts = new ArrayList<>();
  private int depth;
  private int start;
  private int firstClosed;
  private boolean joinedOtherwise;

  private Conjuncts(String source) {
    this.source = source;
  }

  /** The parts, in their order; the whole when it is not joined by {@code &&}. */
  static List<String> split(String source) {
    return new Conjuncts(source.strip()).split();
  }

  private List<String> split() {
    Matcher tokens = TOKEN.matcher(source);
    while (tokens.find()) {
      if (tokens.group("token") != null) {
        take(tokens.group(), tokens.start(), tokens.end());
      }
    }
    if (joinedOtherwise) {
      return List.of(source);
    }
    if (parts.isEmpty()) {
      return source.startsWith("(") && firstClosed == source.length()
          ? split(source.substring(1, source.length() - 1))
          : List.of(source);
    }
    parts.add(source.substring(start));
    return parts.stream().flatMap(part -> split(part).stream()).toList();
  }

  private void take(String token, int from, int to) {
    switch (token) {
      case "(", "[", "{" -> depth++;
      case ")", "]", "}" -> {
        depth--;
        firstClosed = depth == 0 && firstClosed == 0 ? to : firstClosed;
      }
      case "&&" -> {
        if (depth == 0) {
          parts.add(source.substring(start, from));
          start = to;
        }
      }
      default -> joinedOtherwise |= depth == 0;
    }
  }
}
