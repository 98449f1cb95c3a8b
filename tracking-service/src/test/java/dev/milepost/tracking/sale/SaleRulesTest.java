package dev.milepost.tracking.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleRulesTest {
  private static final Instant NOW = Instant.parse("2017-12-01T00:00:00Z");
  private static final String WHEN = "\"occurredAt\":\"2017-11-01T00:00:00Z\"";

  private final SaleRules rules = new SaleRules(Duration.ofHours(24));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'occurredAt':'2017-12-02T00:00:00.001Z'}                | /data/occurredAt | in-the-future",
        "{WHEN,'participantId':' '}                               | /data/participantId | blank",
        "{WHEN,'amount':{'amount':'1','currency':'XXY'}}          | /data/amount/currency | unknown-currency",
        "{WHEN,'participantId':'a','splits':[{'participantId':'b','share':1}]} | /data/splits | seller-and-splits",
        "{WHEN,'splits':[{'participantId':'b','share':0.6}]}      | /data/splits | direct-shares-not-one",
        "{WHEN,'splits':[{'participantId':'b','share':1},{'participantId':'c','share':0.1}]} | /data/splits | direct-shares-not-one",
        "{WHEN,'splits':[{'participantId':'b','share':0.1,'creditType':'OVERLAY'}]} | /data/splits | direct-shares-not-one",
        "{WHEN,'splits':[{'participantId':'b','share':1.1}]}      | /data/splits/0/share | share-out-of-range",
        "{WHEN,'splits':[{'participantId':'b','share':0}]}        | /data/splits/0/share | share-out-of-range",
        "{WHEN,'splits':[{'participantId':'b','share':0.3333333333333333333},{'participantId':'c','share':0.6666666666666666667}]} | /data/splits/0/share | too-many-digits",
        "{WHEN,'amount':{'amount':'0.1234567890123456789','currency':'USD'}} | /data/amount/amount | too-many-digits",
        "{WHEN,'amount':{'amount':'100000000000000000000','currency':'USD'}} | /data/amount/amount | too-many-digits",
        "{WHEN,'quantity':'1e99'}                                 | /data/quantity | too-many-digits",
        "{WHEN,'entityKey':'deal/1'}                              | /data/entityVersion | entity-key-and-version",
        "{WHEN,'entityVersion':1}                                 | /data/entityKey | entity-key-and-version",
        "{WHEN,'entityKey':' ','entityVersion':1}                 | /data/entityKey | blank",
        "{WHEN,'returnOf':{'source':'/crm','id':' '}}             | /data/returnOf/id | blank",
        "{WHEN,'participantId':'\\ud800'}                         | /data/participantId | unusable-character"
      })
  void refuses(String data, String pointer, String code) throws JsonProcessingException {
    assertThat(violations(EventType.DEAL_WON, data.replace("WHEN", WHEN).replace('\'', '"')))
        .first()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(pointer);
              assertThat(violation.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{WHEN}",
        "{'occurredAt':'2017-12-02T00:00:00Z'}",
        "{WHEN,'participantId':'a','amount':{'amount':'-5','currency':'CNY'}}",
        "{WHEN,'amount':{'amount':'-99999999999999999999.123456789012345678','currency':'USD'}}",
        "{WHEN,'quantity':'1.5000000000000000000000000'}",
        "{WHEN,'entityKey':'deal/1','entityVersion':0}",
        "{WHEN,'returnOf':{'source':'/crm','id':'1'},'amount':{'amount':'-5','currency':'CNY'}}",
        "{WHEN,'splits':[{'participantId':'b','share':0.333333333333333333},{'participantId':'c','share':0.666666666666666667}]}",
        "{WHEN,'splits':[{'participantId':'a','share':0.6},{'participantId':'b','share':0.4},{'participantId':'c','share':0.9,'creditType':'OVERLAY'}]}"
      })
  void accepts(String data) throws JsonProcessingException {
    assertThat(violations(EventType.DEAL_WON, data.replace("WHEN", WHEN).replace('\'', '"')))
        .isEmpty();
  }

  @Test
  void asksAReversalForItsOriginal() throws JsonProcessingException {
    assertThat(violations(EventType.EVENT_REVERSED, "{" + WHEN + "}"))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/data/reverses", "required"));
  }

  @Test
  void refusesAReversalThatIsAReturn() throws JsonProcessingException {
    String original = "{\"source\":\"/crm\",\"id\":\"1\"}";

    assertThat(
            violations(
                EventType.EVENT_REVERSED,
                "{%s,\"reverses\":%s,\"returnOf\":%s}".formatted(WHEN, original, original)))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/data/returnOf", "return-and-reversal"));
  }

  @Test
  void refusesToTakeBackWhatNoAmountCanBe() throws JsonProcessingException {
    String reversal =
        "{%s,\"reverses\":{\"source\":\"/crm\",\"id\":\"1\"},\"reversedAmount\":\"1e-55\"}";

    assertThat(violations(EventType.EVENT_REVERSED, reversal.formatted(WHEN)))
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/data/reversedAmount", "too-many-digits"));
  }

  private List<Violation> violations(EventType type, String json) throws JsonProcessingException {
    SalesEvent data = ContractJson.mapper().readValue(json, SalesEvent.class);
    return rules.violations(new SaleRef("/crm", "1"), type, data, NOW);
  }
}
