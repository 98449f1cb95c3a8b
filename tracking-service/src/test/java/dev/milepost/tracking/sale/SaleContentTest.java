package dev.milepost.tracking.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SalesEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleContentTest {

  @Test
  void isTheSameForTheSameDataWrittenDifferently() throws JsonProcessingException {
    byte[] one =
        hash(
            """
            {"occurredAt":"2017-10-01T00:00:00Z","participantId":"ann",
             "amount":{"amount":"10.50","currency":"USD"},
             "attributes":{"a":1.0,"b":{"x":true,"y":[1,2.50]}}}
            """);
    byte[] other =
        hash(
            """
            {"attributes":{"b":{"y":[1.0,2.5],"x":true},"a":1},"unknown":"field",
             "amount":{"currency":"USD","amount":10.5},
             "participantId":"ann","occurredAt":"2017-10-01T02:00:00+02:00"}
            """);

    assertThat(one).isEqualTo(other).hasSize(16);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10.0",
    "100, 1e2",
    "-100, -1.00E+2",
    "0, 0.00",
    "1e99, 10E98",
    "1e50, 100000000000000000000000000000000000000000000000000"
  })
  void isTheSameForTheSameNumberWrittenDifferently(String one, String other)
      throws JsonProcessingException {
    String data =
        """
        {"occurredAt":"2017-10-01T00:00:00Z","attributes":{"discount":%s}}
        """;

    assertThat(hash(data.formatted(one))).isEqualTo(hash(data.formatted(other)));
  }

  @Test
  void readsBackALongerNumberThanAnExponentMayHave() throws JsonProcessingException {
    String number = "1" + "0".repeat(300);
    SalesEvent event =
        read(
            """
            {"occurredAt":"2017-10-01T00:00:00Z","attributes":{"a":%s}}
            """
                .formatted(number));

    SalesEvent again = SaleContent.data(SaleContent.of(EventType.DEAL_WON, event).json());

    assertThat(again.attributes()).hasEntrySatisfying("a", a -> assertThat(a).hasToString(number));
  }

  @Test
  void readsBackAWholeNumberOfManyZeros() throws JsonProcessingException {
    SalesEvent event =
        read(
            """
            {"occurredAt":"2017-10-01T00:00:00Z","entityKey":"deal","entityVersion":1000,
             "quantity":"1E+3"}
            """);

    SalesEvent again = SaleContent.data(SaleContent.of(EventType.DEAL_WON, event).json());

    assertThat(again.entityVersion()).isEqualTo(1000);
    assertThat(again.quantity()).isEqualByComparingTo("1000");
  }

  @Test
  void differsWithTheAmountTheTypeAndANumberThatIsAText() throws JsonProcessingException {
    String data =
        """
        {"occurredAt":"2017-10-01T00:00:00Z","attributes":{"a":%s}}
        """;

    assertThat(hash(data.formatted("1"))).isNotEqualTo(hash(data.formatted("2")));
    assertThat(hash(data.formatted("1"))).isNotEqualTo(hash(data.formatted("\"1\"")));
    SalesEvent event = read(data.formatted("1"));
    assertThat(SaleContent.of(EventType.DEAL_WON, event).hash())
        .isNotEqualTo(SaleContent.of(EventType.DEAL_LOST, event).hash());
  }

  @Test
  void differsWithTheOriginalOfAReturn() throws JsonProcessingException {
    String data = "{\"occurredAt\":\"2017-10-01T00:00:00Z\"%s}";
    String original = ",\"returnOf\":{\"source\":\"/crm\",\"id\":\"%s\"}";

    assertThat(hash(data.formatted(original.formatted("1"))))
        .isNotEqualTo(hash(data.formatted("")))
        .isNotEqualTo(hash(data.formatted(original.formatted("2"))));
  }

  @Test
  void readsBackAsTheSameData() throws JsonProcessingException {
    SalesEvent event =
        read(
            """
            {"occurredAt":"2017-10-01T00:00:00Z",
             "splits":[{"participantId":"ann","share":0.6},{"participantId":"bob","share":0.40}],
             "amount":{"amount":"100","currency":"USD"},"attributes":{"region":"east"},
             "returnOf":{"source":"/crm","id":"1"}}
            """);
    SaleContent content = SaleContent.of(EventType.DEAL_WON, event);

    SalesEvent again = SaleContent.data(content.json());

    assertThat(SaleContent.of(EventType.DEAL_WON, again))
        .usingRecursiveComparison()
        .isEqualTo(content);
    assertThat(again.splits().getLast().share()).isEqualByComparingTo("0.4");
  }

  @Test
  void keepsAnExponentShort() throws JsonProcessingException {
    SalesEvent event =
        read("{\"occurredAt\":\"2017-10-01T00:00:00Z\",\"attributes\":{\"a\":1e99}}");

    assertThat(SaleContent.of(EventType.DEAL_WON, event).json()).hasSizeLessThan(200);
  }

  private static byte[] hash(String json) throws JsonProcessingException {
    return SaleContent.of(EventType.DEAL_WON, read(json)).hash();
  }

  private static SalesEvent read(String json) throws JsonProcessingException {
    return ContractJson.mapper().readValue(json, SalesEvent.class);
  }
}
