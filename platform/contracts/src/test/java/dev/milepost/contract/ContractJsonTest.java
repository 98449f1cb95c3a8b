package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractJsonTest {
  private final ObjectMapper mapper = ContractJson.strict();

  @Test
  void saleNeedsOnlyItsTime() throws JsonProcessingException {
    SalesEvent sale = read("{'occurredAt': '2017-10-05T00:00:00Z'}");

    assertThat(sale.splits()).isEmpty();
    assertThat(sale.attributes()).isEmpty();
    assertThat(sale.amount()).isNull();
  }

  @Test
  void nullIsAbsence() throws JsonProcessingException {
    SalesEvent sale =
        read("{'occurredAt': '2017-10-05T00:00:00Z', 'splits': null, 'attributes': null}");

    assertThat(sale.splits()).isEmpty();
    assertThat(sale.attributes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                                           | /occurredAt
          {'occurredAt': null}                                         | /occurredAt
          {'occurredAt': '2017-10-05T00:00:00Z', 'amount': {}}         | /amount/amount
          {'occurredAt': '2017-10-05T00:00:00Z', 'amount': {'amount': null, 'currency': 'USD'}} | /amount/amount
          {'occurredAt': '2017-10-05T00:00:00Z', 'splits': [{'participantId': 'a', 'share': 0.5}, {'share': 0.5}]} | /splits/1/participantId
          {'occurredAt': '2017-10-05T00:00:00Z', 'reverses': {'id': '1'}} | /reverses/source
          """)
  void missingFieldIsNamed(String json, String pointer) {
    assertThat(fault(json)).isEqualTo(new DataFault(pointer, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'occurredAt': 'yesterday'}    | /occurredAt
          {'occurredAt': 1507161600}     | /occurredAt
          {'occurredAt': ''}             | /occurredAt
          {'occurredAt': '+12017-10-05T00:00:00Z'} | /occurredAt
          {'participantId': 7}           | /participantId
          {'participantId': true}        | /participantId
          {'participantId': 'a\\u0000'}  | /participantId
          {'quantity': ''}               | /quantity
          {'quantity': 'many'}           | /quantity
          {'quantity': '1e999999999'}    | /quantity
          {'quantity': true}             | /quantity
          {'quantity': {}}               | /quantity
          {'entityVersion': '3'}         | /entityVersion
          {'entityVersion': 3.5}         | /entityVersion
          {'amount': '5'}                | /amount
          {'splits': {}}                 | /splits
          {'splits': [{'creditType': 'INDIRECT'}]} | /splits/0/creditType
          {'splits': [{'creditType': 0}]} | /splits/0/creditType
          {'attributes': []}             | /attributes
          {'attributes': {'a/b': {'n': 1e999999999}}} | /attributes/a~1b
          {'attributes': {'a\\u0000b': 1}} | /attributes
          {'attributes': {'a': {'a\\u0000b': 1}}} | /attributes/a
          {'attributes': {'a': [{'b': {'a\\u0000b': 1}}]}} | /attributes/a
          """)
  void wrongTypeIsNamed(String json, String pointer) {
    assertThat(fault(json)).isEqualTo(new DataFault(pointer, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'stage': 'a', 'stage': 'b'}", "{", "{} {}", "", "{'stage': 'a',}"})
  void malformedJsonIsRefused(String json) {
    assertThat(catchThrowableOfType(JsonProcessingException.class, () -> read(json))).isNotNull();
  }

  @Test
  void unknownFieldIsIgnored() {
    assertThatNoException()
        .isThrownBy(() -> read("{'occurredAt': '2017-10-05T00:00:00Z', 'mood': 'good'}"));
  }

  @Test
  void instantIsReadToTheMicrosecondBefore() throws JsonProcessingException {
    SalesEvent last = read("{'occurredAt': '2017-12-31T23:59:59.999999999Z'}");
    SalesEvent ancient = read("{'occurredAt': '1969-12-31T23:59:59.999999999Z'}");

    assertThat(last.occurredAt()).isEqualTo("2017-12-31T23:59:59.999999Z");
    assertThat(ancient.occurredAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"17440", "[2017, 10, 1]", "'-0001-01-01'", "'+12017-01-01'", "'2017-02-30'", "''"})
  void dateIsTextOfTheCalendar(String json) {
    assertThat(
            catchThrowableOfType(
                JsonMappingException.class,
                () -> mapper.readValue(json.replace('\'', '"'), LocalDate.class)))
        .isNotNull();
  }

  @Test
  void dateIsRead() throws JsonProcessingException {
    assertThat(mapper.readValue("\"2017-10-01\"", LocalDate.class)).isEqualTo("2017-10-01");
  }

  @Test
  void treeIsWrittenNoLongerThanItWas() throws JsonProcessingException {
    JsonNode tree = mapper.readTree("[" + "1e9999,".repeat(999) + "1e-9999]");

    assertThat(ContractJson.treeWriter().writeValueAsString(tree)).hasSizeLessThan(10_000);
  }

  @Test
  void decimalIsReadFromStringAndNumberAndWrittenAsPlainString() throws JsonProcessingException {
    assertThat(mapper.readValue("{\"amount\": 1054.00, \"currency\": \"USD\"}", Money.class))
        .isEqualTo(new Money(new BigDecimal("1054.00"), "USD"));
    assertThat(mapper.writeValueAsString(new Money(new BigDecimal("1E+3"), "USD")))
        .isEqualTo("{\"amount\":\"1000\",\"currency\":\"USD\"}");
  }

  @Test
  void ratioIsANumber() throws JsonProcessingException {
    assertThat(
            mapper.writeValueAsString(
                new SalesEvent.Split("a", new BigDecimal("0.5"), CreditType.DIRECT)))
        .isEqualTo("{\"participantId\":\"a\",\"share\":0.5,\"creditType\":\"DIRECT\"}");
  }

  private SalesEvent read(String json) throws JsonProcessingException {
    return mapper.readValue(json.replace('\'', '"'), SalesEvent.class);
  }

  private DataFault fault(String json) {
    return DataFault.of(catchThrowableOfType(JsonMappingException.class, () -> read(json)));
  }
}
