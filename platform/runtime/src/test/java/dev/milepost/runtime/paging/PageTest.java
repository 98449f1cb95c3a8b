package dev.milepost.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.runtime.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final PageRequest TWO = new PageRequest(2, null);

  @Test
  void rowTooManyMeansThereIsANextPage() {
    Page<String> page = Page.of(List.of("a", "b", "c"), TWO, Cursor::of);

    assertThat(page.items()).containsExactly("a", "b");
    PageRequest next = new PageRequest(2, page.next());
    assertThat(next.position().orElseThrow().text(0)).isEqualTo("b");
  }

  @Test
  void exactlyFullPageIsTheLast() {
    assertThat(Page.of(List.of("a", "b"), TWO, Cursor::of).next()).isNull();
  }

  @Test
  void emptyListIsOneEmptyPage() {
    assertThat(Page.of(List.<String>of(), TWO, Cursor::of)).isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  void viewsKeepTheCursor() {
    Page<String> page = Page.of(List.of("a", "b", "c"), TWO, Cursor::of);

    assertThat(page.map(String::length)).isEqualTo(new Page<>(List.of(1, 1), page.next()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 501})
  void pageOfAnotherSizeIsRefused(int limit) {
    assertThatThrownBy(() -> new PageRequest(limit, null)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500})
  void smallestAndLargestPageAreAllowed(int limit) {
    assertThat(new PageRequest(limit, null).fetch()).isEqualTo(limit + 1);
  }
}
