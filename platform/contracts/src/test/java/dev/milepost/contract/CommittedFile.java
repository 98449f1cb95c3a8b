package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that is generated from the code and committed beside it, so that a change of the
 * published language shows in a review.
 *
 * @param path below {@code src/main/resources/milepost}
 */
record CommittedFile(String path) {
  private static final Path ROOT = Path.of("src/main/resources/milepost");
  private static final String UPDATE = "milepost.update-documents";

  boolean exists() {
    return Files.exists(ROOT.resolve(path));
  }

  String read() {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when code and document differ, or writes the document when told to. */
  void assertIs(String generated) {
    if (Boolean.getBoolean(UPDATE)) {
      write(generated);
    }
    assertThat(exists() ? read() : "")
        .as("%s differs from the code; if that is meant, run with -D%s=true", path, UPDATE)
        .isEqualTo(generated);
  }

  private void write(String content) {
    try {
      Files.createDirectories(ROOT.resolve(path).getParent());
      Files.writeString(ROOT.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
