package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the credits: a participant's share of a sale, or (revision 1 and up) what was taken
 * back of it. A revision that no event caused voids the credit: it takes back all that is left, and
 * another credit has taken its place.
 *
 * @param no counts every row in the order of recording
 * @param creditNo number of the credit: the no of its revision 0
 * @param revision 0 for the credit itself
 * @param sale the sale
 * @param participantId who is credited
 * @param type how
 * @param share part of the sale, negative on a compensation
 * @param left what is left of the share after this row
 * @param teams the teams it rolled up to at the time of the sale, from the own one to the root;
 *     none for an OVERLAY credit
 * @param recordedAt when the row was made
 * @param takenBack by which event; null on the credit itself, and where no event did
 * @param origin what else led to the row; null when nothing did
 * @param atOriginal where it stands with metrics that count returns in the original's period; null
 *     when the sale is no return, or while its original is not known
 */
public record Credit(
    long no,
    long creditNo,
    int revision,
    Sale sale,
    String participantId,
    CreditType type,
    BigDecimal share,
    BigDecimal left,
    List<String> teams,
    Instant recordedAt,
    @Nullable TakenBack takenBack,
    @Nullable Origin origin,
    @Nullable AtOriginal atOriginal) {

  /**
   * The event that took something of a credit back.
   *
   * @param eventNo our number of it
   * @param ref its identity
   * @param effect the cause of what follows from it
   * @param arrivedAt when it came to the broker, or when the credit was made anew if that was later
   */
  public record TakenBack(long eventNo, SaleRef ref, Cause effect, Instant arrivedAt) {
    static TakenBack by(Sale reversal) {
      return new TakenBack(reversal.no(), reversal.ref(), reversal.effect(), reversal.arrivedAt());
    }

    /**
     * As it is where it takes back a credit that a change of rules or memberships made: what was
     * not there yet cannot have been taken back.
     *
     * @param madeAnewAt when the credit was made; null where it came with its sale
     */
    TakenBack notBefore(@Nullable Instant madeAnewAt) {
      return madeAnewAt == null
          ? this
          : new TakenBack(eventNo, ref, effect, later(arrivedAt, madeAnewAt));
    }
  }

  /** What was left of the share before this row: nothing before the credit itself. */
  public BigDecimal leftBefore() {
    return left.subtract(share);
  }

  /** Names the credit outside of this service; the same for all its revisions. */
  public String id() {
    return Long.toString(creditNo);
  }

  /** When the sale happened: a compensation belongs to the time of what it takes back. */
  public Instant occurredAt() {
    return sale.data().occurredAt();
  }

  /** Whether metrics that count returns so can count it; others wait for the return's original. */
  public boolean isPlaced(Returns returns) {
    return returns == Returns.OWN_DATE || atOriginal != null || !sale.isReturn();
  }

  /** When it counts for metrics that count returns so. */
  public Instant occurredAt(Returns returns) {
    return returns == Returns.OWN_DATE || atOriginal == null
        ? occurredAt()
        : atOriginal.original().occurredAt();
  }

  /** Whether it is the owner's, or rolls up to it, with metrics that count returns so. */
  public boolean concerns(Owner owner, Returns returns) {
    return switch (owner.type()) {
      case PARTICIPANT -> participantId.equals(owner.id());
      case TEAM -> teams(returns).contains(owner.id());
    };
  }

  /** Whether a goal may count it: its owner's, of a kind and in a time that the goal takes. */
  public boolean mayCountFor(TrackedGoal goal) {
    Returns returns = goal.returns();
    return isPlaced(returns)
        && goal.takes(type, occurredAt(returns))
        && concerns(goal.snapshot().owner(), returns);
  }

  private List<String> teams(Returns returns) {
    return returns == Returns.OWN_DATE || atOriginal == null ? teams : atOriginal.teams();
  }

  /** The goals of the participant and of every team that it rolls up to, each in its own time. */
  public List<TrackedGoal> candidates(Catalogue catalogue) {
    if (!sale.isReturn()) {
      return candidates(catalogue, Returns.OWN_DATE);
    }
    List<TrackedGoal> goals = new ArrayList<>();
    for (Returns returns : Returns.values()) {
      if (isPlaced(returns)) {
        candidates(catalogue, returns).stream()
            .filter(goal -> goal.returns() == returns)
            .forEach(goals::add);
      }
    }
    return goals;
  }

  private List<TrackedGoal> candidates(Catalogue catalogue, Returns returns) {
    Instant at = occurredAt(returns);
    Owner participant = Owner.participant(participantId);
    List<TrackedGoal> goals = new ArrayList<>();
    catalogue.candidates(participant, type, at, goals::add);
    for (String team : teams(returns)) {
      catalogue.candidates(Owner.team(team), type, at, goals::add);
    }
    return goals;
  }

  /**
   * When what made this row arrived: its event, or the change of rules or memberships that a sale
   * was credited anew for, which arrives when that is done. What is taken back has arrived itself:
   * a reversal that waited for its original takes back at the original's arrival, and one of a sale
   * that was credited anew before it was taken in when that was done. So does a return where it
   * counts in the time of its original.
   */
  public Instant arrivedAt(Returns returns) {
    Origin.ReCredited anew = reCredited();
    if (anew != null && anew.reason() != ReCreditReason.ORIGINAL_KNOWN) {
      return recordedAt;
    }
    Instant arrivedAt = sale.arrivedAt();
    if (takenBack != null) {
      arrivedAt = later(arrivedAt, takenBack.arrivedAt());
    }
    return returns == Returns.ORIGINAL && atOriginal != null
        ? later(arrivedAt, atOriginal.original().arrivedAt())
        : arrivedAt;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** The source of the event that made this row. */
  public String source() {
    return takenBack == null ? sale.ref().source() : takenBack.ref().source();
  }

  /** The cause of what follows from this row. */
  public Cause effect() {
    if (takenBack != null) {
      return takenBack.effect();
    }
    Origin.ReCredited anew = reCredited();
    return anew == null ? sale.effect() : anew.effect();
  }

  /** Why the row was made though its sale had been credited before, if it was. */
  public Origin.@Nullable ReCredited reCredited() {
    return origin == null ? null : origin.reCredited();
  }
}
