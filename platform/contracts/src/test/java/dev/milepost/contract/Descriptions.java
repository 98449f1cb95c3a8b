package dev.milepost.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of the records says, for the documents that are generated from them. */
final class Descriptions {
  private static final Path SOURCES = Path.of("src/main/java");

  private Descriptions() {}

  /** The first paragraph about the record. */
  static String of(Class<?> type) {
    return text(javadoc(type).split("\n\\s*(@param|<p>)", 2)[0]);
  }

  /** What is said about a component, if anything. */
  static @Nullable String of(Class<?> type, String component) {
    Matcher param =
        Pattern.compile("@param " + component + "\\s(.*?)(?=\n@param|$)", Pattern.DOTALL)
            .matcher(javadoc(type));
    return param.find() ? text(param.group(1)) : null;
  }

  private static String javadoc(Class<?> type) {
    Pattern comment =
        Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?(?:record|enum) %s\\b"
                .formatted(type.getSimpleName()),
            Pattern.DOTALL);
    Matcher matcher = comment.matcher(source(type.getNestHost()));
    if (!matcher.find()) {
      throw new IllegalStateException(type + " has no Javadoc");
    }
    return matcher.group(1).replaceAll("(?m)^\\s*\\*? ?", "").strip();
  }

  private static String source(Class<?> type) {
    try {
      return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String javadoc) {
    return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
  }
}
