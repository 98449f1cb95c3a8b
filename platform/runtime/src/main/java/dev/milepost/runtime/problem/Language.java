package dev.milepost.runtime.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that problems are written in. */
enum Language {
  ENGLISH(Locale.ROOT, "en"),
  CHINESE(Locale.CHINESE, "zh-CN");

  private final Locale locale;
  private final String tag;

  Language(Locale locale, String tag) {
    this.locale = locale;
    this.tag = tag;
  }

  /** The locale of the message bundle. */
  Locale locale() {
    return locale;
  }

  /** The BCP 47 tag for {@code Content-Language}. */
  String tag() {
    return tag;
  }

  /** The language of a request. */
  static Language of(@Nullable RoutingContext request) {
    return preferred(
        request == null ? null : request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The first of ours that an {@code Accept-Language} header prefers; English without one. */
  static Language preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ENGLISH;
    }
    return ranges(acceptLanguage).stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> range.getRange().toLowerCase(Locale.ROOT))
        .filter(range -> speaks(range, "en") || speaks(range, "zh"))
        .findFirst()
        .map(range -> speaks(range, "zh") ? CHINESE : ENGLISH)
        .orElse(ENGLISH);
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException notALanguageRange) {
      return List.of();
    }
  }

  private static boolean speaks(String range, String language) {
    return range.equals(language) || range.startsWith(language + "-");
  }
}
