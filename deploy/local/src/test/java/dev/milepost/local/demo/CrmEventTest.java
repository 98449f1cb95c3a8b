package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SalesEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrmEventTest {
  private static final List<CrmEvent> EVENTS = CrmEvent.of(CrmData.load());

  @Test
  void tellsEveryBeginningAndEveryEnd() {
    assertThat(EVENTS).hasSize(8_300 + 4_238 + 2_473);
    assertThat(EVENTS).extracting(CrmEvent::id).doesNotHaveDuplicates();
    assertThat(EVENTS).isSortedAccordingTo(Comparator.comparing(CrmEvent::occurredAt));
  }

  @Test
  void tellsAWonDealWithItsValue() {
    CrmEvent won = event("1C1I7A6R/won");
    assertThat(won.type()).isEqualTo(EventType.DEAL_WON);
    SalesEvent data = won.data();
    assertThat(data.occurredAt()).isEqualTo(Instant.parse("2017-03-01T00:00:00Z"));
    assertThat(data.participantId()).isEqualTo("moses-frase");
    assertThat(data.amount()).hasToString("Money[amount=1054, currency=USD]");
    assertThat(data.customer()).isEqualTo("Cancity");
    assertThat(data.attributes()).containsEntry("region", "central").containsEntry("series", "GTX");
  }

  @Test
  void givesOnlyWonDealsAnAmount() {
    assertThat(EVENTS)
        .allMatch(event -> (event.type() == EventType.DEAL_WON) == (event.data().amount() != null));
  }

  private static CrmEvent event(String id) {
    return EVENTS.stream().filter(event -> event.id().equals(id)).findFirst().orElseThrow();
  }
}
