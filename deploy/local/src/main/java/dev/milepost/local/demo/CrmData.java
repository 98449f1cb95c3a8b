package dev.milepost.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CRM data set, cleaned.
 *
 * @param agents the sales agents, with and without deals
 * @param deals every deal that has at least begun
 * @param rows lines of the pipeline file, those left out included
 * @param dirt how often each known fault was met
 */
public record CrmData(List<Agent> agents, List<Deal> deals, int rows, Map<Dirt, Integer> dirt) {

  public CrmData {
    agents = List.copyOf(agents);
    deals = List.copyOf(deals);
    dirt = Map.copyOf(dirt);
  }

  /** The data set that comes with the demo. */
  public static CrmData load() {
    return new CrmReader().read();
  }

  /** Who sells, for which manager, in which region; all by name. */
  public record Agent(String name, String manager, String region) {}

  /** A company that buys. */
  public record Account(String name, String sector, String country) {}

  /** What is sold; the list price is in USD. */
  public record Product(String name, String series, BigDecimal listPrice) {}

  /**
   * One opportunity.
   *
   * @param id key in the CRM
   * @param agent who sells
   * @param product what
   * @param account to whom, if that is known
   * @param engaged when it began
   * @param closing how it ended; absent while it is open
   */
  public record Deal(
      String id,
      Agent agent,
      Product product,
      @Nullable Account account,
      LocalDate engaged,
      @Nullable Closing closing) {

    /** Whether it was won in {@code [from, to)}. */
    boolean wonIn(Quarter quarter) {
      return closing != null && closing.won() && quarter.contains(closing.date());
    }
  }

  /** The end of a deal: won for its value in USD, or lost for nothing. */
  public record Closing(boolean won, LocalDate date, BigDecimal value) {}
}
