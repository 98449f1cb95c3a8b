package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.local.demo.CrmData.Closing;
import dev.milepost.local.demo.CrmData.Deal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrmDataTest {
  private static final CrmData DATA = CrmData.load();

  @Test
  void readsEveryLine() {
    assertThat(DATA.rows()).isEqualTo(8_800);
    assertThat(DATA.agents()).hasSize(35);
    assertThat(DATA.deals()).hasSize(8_300);
    assertThat(closings().filter(Closing::won)).hasSize(4_238);
    assertThat(closings().filter(closing -> !closing.won())).hasSize(2_473);
  }

  @Test
  void countsTheFaultsThatItRepairs() {
    assertThat(DATA.dirt())
        .isEqualTo(
            Map.of(
                Dirt.PRODUCT_SPELLING, 1_480,
                Dirt.SECTOR_SPELLING, 12,
                Dirt.COUNTRY_SPELLING, 1,
                Dirt.NO_ACCOUNT, 1_425,
                Dirt.NEVER_BEGUN, 500,
                Dirt.NOT_CLOSED, 1_589,
                Dirt.NO_DEALS, 5));
  }

  @Test
  void leavesNoTraceOfTheWrongSpellings() {
    assertThat(DATA.deals()).extracting(deal -> deal.product().name()).doesNotContain("GTXPro");
    assertThat(DATA.deals().stream().map(Deal::account).filter(Objects::nonNull))
        .noneMatch(account -> account.sector().equals("technolgy"))
        .noneMatch(account -> account.country().equals("Philipines"));
  }

  private static Stream<Closing> closings() {
    return DATA.deals().stream().map(Deal::closing).filter(Objects::nonNull);
  }
}
