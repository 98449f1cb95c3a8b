package dev.milepost.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  private static final String STAYS = "echo $$ >> pids; echo READY here; exec sleep 600";

  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Children children =
      new Children(new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false));

  @AfterEach
  void stopAll() {
    children.stop();
  }

  @Test
  void startsAgainWhatDiesAndSaysSo() throws Exception {
    children.start("One", List.of(program("one", STAYS)));

    ProcessHandle.of(processes().getFirst()).orElseThrow().destroyForcibly();

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> processes().size() == 2);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("one ended with exit code 137; it is started again");
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    children.start("One", List.of(program("one", STAYS)));
    children.start("Two", List.of(program("two", STAYS)));

    children.stop();

    assertThat(processes()).hasSize(2).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsSubsequence("Stopping two", "Stopping one");
  }

  @Test
  void givesUpOnWhatKeepsDyingAndShowsWhy() {
    List<Program> doomed = List.of(program("doomed", "echo no luck; exit 3"));

    assertThatThrownBy(() -> children.start("Doomed", doomed))
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll("doomed does not start", "no luck");
  }

  private Program program(String name, String script) {
    Path log = directory.resolve(name + ".log");
    List<String> command = List.of("sh", "-c", "cd " + directory + "; " + script);
    return new Program(name, command, Map.of(), log, Readiness.logged(log));
  }

  private List<Long> processes() throws IOException {
    return Files.readAllLines(directory.resolve("pids")).stream().map(Long::valueOf).toList();
  }
}
