package dev.milepost.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Tells whether a process is ready for others. Asked again and again, so it answers quickly. */
@FunctionalInterface
public interface Readiness {
  boolean isReady() throws InterruptedException;

  /** Ready once its log has a line that begins with {@code READY}. */
  static Readiness logged(Path log) {
    return () -> {
      try (Stream<String> lines = Files.lines(log)) {
        return lines.anyMatch(line -> line.startsWith("READY "));
      } catch (IOException e) {
        return false;
      }
    };
  }

  /** Ready when this address answers 200. */
  static Readiness answering(HttpClient http, URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
    return () -> {
      try {
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      }
    };
  }
}
