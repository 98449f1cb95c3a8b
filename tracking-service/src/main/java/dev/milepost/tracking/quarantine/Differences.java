package dev.milepost.tracking.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON values differ, as JSON pointers to the smallest parts that do. */
final class Differences {
  private static final int MOST = 100;

  private final Set<String> pointers = new LinkedHashSet<>();

  private Differences() {}

  /** The first hundred differences, fields by name, elements by position. */
  static List<String> between(JsonNode before, JsonNode after) {
    Differences differences = new Differences();
    differences.compare("", before, after);
    return differences.pointers.stream().limit(MOST).toList();
  }

  private void compare(String pointer, JsonNode before, JsonNode after) {
    if (pointers.size() >= MOST || before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(pointer + "/" + escaped(name), before.path(name), after.path(name)));
    } else if (before.isArray() && after.isArray()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(pointer + "/" + i, before.path(i), after.path(i));
      }
    } else {
      pointers.add(pointer);
    }
  }

  /** A name may hold anything, also what cannot be stored. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1").replace('\0', '\uFFFD');
  }
}
