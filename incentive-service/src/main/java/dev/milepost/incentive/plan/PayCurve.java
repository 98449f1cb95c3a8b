package dev.milepost.incentive.plan;

import dev.milepost.contract.Ratio;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From attainment to payout, both ratios: a payout of 1 pays the target incentive once.
 *
 * <p>A piece holds from its {@code from} up to, and not including, the next piece's; the last is
 * open. So there is neither gap nor overlap to get wrong, and a border belongs to the piece above
 * it. Below the first piece nothing is paid.
 *
 * @param pieces the tiers, in any order
 * @param cap most that is ever paid; absent: no limit
 */
public record PayCurve(
    @NotEmpty List<@NotNull @Valid Piece> pieces, @Positive @Nullable @Ratio BigDecimal cap) {

  private static final Comparator<Piece> BY_FROM = Comparator.comparing(Piece::from);

  /**
   * One tier: a straight line.
   *
   * @param from the attainment it starts at
   * @param payoutAtFrom payout at its start
   * @param slope payout per unit of attainment; above 1 it accelerates
   */
  public record Piece(
      @NotNull @PositiveOrZero @Ratio BigDecimal from,
      @NotNull @PositiveOrZero @Ratio BigDecimal payoutAtFrom,
      @NotNull @Ratio BigDecimal slope) {

    /** The payout for an attainment on this line, without limits. */
    public BigDecimal payoutAt(BigDecimal attainment) {
      return payoutAtFrom.add(slope.multiply(attainment.subtract(from)));
    }
  }

  /**
   * A border at which pay jumps.
   *
   * @param at the attainment
   * @param below payout just below it
   * @param reached payout at it
   */
  public record Cliff(BigDecimal at, BigDecimal below, BigDecimal reached) {

    boolean falls() {
      return reached.compareTo(below) < 0;
    }
  }

  /** The payout for an attainment; never negative. */
  public BigDecimal payoutAt(BigDecimal attainment) {
    return pieceAt(attainment)
        .map(piece -> limited(piece.payoutAt(attainment)))
        .orElse(BigDecimal.ZERO);
  }

  /** The tier that an attainment falls into; none below the first. */
  public Optional<Piece> pieceAt(BigDecimal attainment) {
    return pieces.stream().filter(piece -> piece.from().compareTo(attainment) <= 0).max(BY_FROM);
  }

  /** Every border at which pay jumps, from low to high. */
  public List<Cliff> cliffs() {
    List<Cliff> cliffs = new ArrayList<>();
    Optional<Piece> before = Optional.empty();
    for (Piece piece : pieces.stream().sorted(BY_FROM).toList()) {
      BigDecimal below =
          before.map(tier -> limited(tier.payoutAt(piece.from()))).orElse(BigDecimal.ZERO);
      BigDecimal reached = limited(piece.payoutAtFrom());
      if (below.compareTo(reached) != 0) {
        cliffs.add(new Cliff(piece.from(), below, reached));
      }
      before = Optional.of(piece);
    }
    return cliffs;
  }

  /** Whether more attainment never pays less. */
  public boolean neverFalls() {
    return pieces.stream().allMatch(piece -> piece.slope().signum() >= 0)
        && cliffs().stream().noneMatch(Cliff::falls);
  }

  /** Whether two tiers start at the same attainment, so that one of them could never pay. */
  public boolean hasTwinPieces() {
    return pieces.stream().map(piece -> piece.from().stripTrailingZeros()).distinct().count()
        < pieces.size();
  }

  private BigDecimal limited(BigDecimal payout) {
    BigDecimal earned = payout.max(BigDecimal.ZERO);
    return cap == null ? earned : earned.min(cap);
  }
}
