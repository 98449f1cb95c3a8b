package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CreditNumbersTest {

  @Test
  void areRunsOfNeighbours() {
    assertThat(numbers(7, 1, 2, 3, 9, 8)).hasToString("1-3,7-9");
    assertThat(numbers(5)).hasToString("5");
  }

  @Test
  void readBack() {
    CreditNumbers read = CreditNumbers.parse(numbers(1, 2, 3, 5, 8, 9).toString());

    assertThat(read.firsts()).containsExactly(1, 5, 8);
    assertThat(read.lasts()).containsExactly(3, 5, 9);
    assertThat(read.first()).isEqualTo(1);
    assertThat(read.last()).isEqualTo(9);
  }

  private static CreditNumbers numbers(long... numbers) {
    return CreditNumbers.of(LongStream.of(numbers).mapToObj(CreditNumbersTest::credit).toList());
  }

  private static Credit credit(long no) {
    Instant now = Instant.parse("2017-11-05T10:00:00Z");
    SalesEvent data = SalesEvent.sold(now, "ann", List.of(), null);
    Sale sale =
        new Sale(1, new SaleRef("/crm", "d"), EventType.DEAL_WON, data, Cause.first("d"), now);
    BigDecimal whole = BigDecimal.ONE;
    return new Credit(
        no, no, 0, sale, "ann", CreditType.DIRECT, whole, whole, List.of(), now, null, null, null);
  }
}
