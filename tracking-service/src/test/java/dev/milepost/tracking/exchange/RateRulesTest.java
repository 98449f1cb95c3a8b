package dev.milepost.tracking.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.tracking.exchange.RateRules.Reading;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateRulesTest {

  @ParameterizedTest
  @CsvSource({
    "WEEK,          EUR, USD, 2017,       1,    /kind,         unknown-value",
    ",              EUR, USD, 2017,       1,    /kind,         required",
    "PLAN,          XXY, USD, 2017,       1,    /fromCurrency, unknown-currency",
    "PLAN,          EUR, ,    2017,       1,    /toCurrency,   required",
    "PLAN,          EUR, EUR, 2017,       1,    /toCurrency,   same-currency",
    "PLAN,          EUR, USD, ,           1,    /period,       required",
    "PLAN,          EUR, USD, 2017-10,    1,    /period,       period-of-rate",
    "MONTH_AVERAGE, EUR, USD, 2017-13,    1,    /period,       period-of-rate",
    "MONTH_AVERAGE, EUR, USD, 2017,       1,    /period,       period-of-rate",
    "DAY,           EUR, USD, 2017-02-29, 1,    /period,       period-of-rate",
    "PLAN,          EUR, USD, 2017,       ,     /rate,         required",
    "PLAN,          EUR, USD, 2017,       1e3,  /rate,         wrong-format",
    "PLAN,          EUR, USD, 2017,       0.00, /rate,         not-positive",
    "PLAN,          EUR, USD, 2017,       -1,   /rate,         not-positive",
    "PLAN,          EUR, USD, 2017,       0.1234567890123456789, /rate, too-many-digits"
  })
  void refuses(
      String kind, String from, String to, String period, String rate, String at, String code) {
    Reading reading = RateRules.read(new RateRequest(kind, from, to, period, rate));

    assertThat(((Reading.Invalid) reading).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo(at);
              assertThat(violation.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PLAN,          2017,       1.0823",
    "MONTH_AVERAGE, 2017-10,    0.123456789012345678",
    "DAY,           2016-02-29, 7"
  })
  void accepts(String kind, String period, String rate) {
    Reading reading = RateRules.read(new RateRequest(kind, "EUR", "USD", period, rate));

    assertThat(((Reading.Valid) reading).value()).isEqualTo(new BigDecimal(rate));
  }

  @Test
  void readsColumnsInAnyOrder() {
    assertThat(
            RateTable.read(
                "\uFEFFrate,kind,period,toCurrency,fromCurrency\n1.1, PLAN ,2017,USD,EUR\n,,,,\n"))
        .containsExactly(
            new RateRequest("PLAN", "EUR", "USD", "2017", "1.1"),
            new RateRequest(null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind,fromCurrency,toCurrency,period\nPLAN,EUR,USD,2017\n",
        "kind,fromCurrency,toCurrency,period,rate,more\n",
        "kind,kind,fromCurrency,toCurrency,period,rate\n",
        "kind,fromCurrency,toCurrency,period,rate\nPLAN,EUR,USD,2017,1,1\n",
        "kind,fromCurrency,toCurrency,period,rate\n\"PLAN,EUR\n"
      })
  void refusesWhatIsNoTableOfRates(String csv) {
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> RateTable.read(csv));
  }
}
