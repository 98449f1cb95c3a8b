package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the credits that a goal may count, though they were recorded before it was known. */
@ApplicationScoped
public class PastCredits {
  private final Sql sql;

  PastCredits(Sql sql) {
    this.sql = sql;
  }

  /** The next of the goal's candidates with numbers in {@code (after, upTo]}, in their order. */
  public List<Credit> of(GoalSnapshot goal, long after, long upTo, int limit) {
    boolean ofParticipant = goal.owner().type() == Owner.Type.PARTICIPANT;
    Where where =
        new Where()
            .and("c.no > ? AND c.no <= ?", after, upTo)
            .and(
                "c.occurred_at >= ? AND c.occurred_at < ?",
                goal.period().start(),
                goal.period().end())
            .and("c.type = ANY (?)", goal.creditTypes().stream().map(CreditType::name).toList())
            .and(ofParticipant ? "c.participant_id = ?" : "? = ANY (c.teams)", goal.owner().id());
    return sql.query(
        where.in(CreditReads.CREDITS, "ORDER BY c.no LIMIT ?"),
        CreditReads::credit,
        where.parameters(limit));
  }
}
