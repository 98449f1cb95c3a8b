package dev.milepost.runtime.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says the engine's messages in words that mean something to the author of an expression. */
final class Wording {
  private static final Map<Pattern, String> REPLACEMENTS = new LinkedHashMap<>();

  static {
    say(" \\(candidates: .*\\)$", "");
    say(" Overload candidates: .*$", "");
    say(" \\(in container '.*'\\)", "");
    say(" expecting \\{.*\\}$", "");
    say("'<EOF>'", "end of the expression");
    say("^mismatched input", "unexpected");
    say("google\\.protobuf\\.", "");
    say("'_\\?_:_'", "'? :'");
    say("'@in'", "'in'");
    say("'_?([^\\w']+)_'", "'$1'");
  }

  private Wording() {}

  static String plain(String message) {
    String plain = message;
    for (Map.Entry<Pattern, String> replacement : REPLACEMENTS.entrySet()) {
      plain = replacement.getKey().matcher(plain).replaceAll(replacement.getValue());
    }
    return plain;
  }

  private static void say(String pattern, String words) {
    REPLACEMENTS.put(Pattern.compile(pattern), words);
  }
}
