package dev.milepost.goals.goal;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Deciding about a goal and everything derived from it in one call. Each goal stands alone, in a
 * transaction of its own: one that the caller may not decide about does not hold up the others.
 */
@ApplicationScoped
class GoalCascade {
  private final GoalProposals proposals;
  private final Standing standing;
  private final Problems problems;
  private final Sql sql;

  GoalCascade(GoalProposals proposals, Standing standing, Problems problems, Sql sql) {
    this.proposals = proposals;
    this.standing = standing;
    this.problems = problems;
    this.sql = sql;
  }

  /** What became of one goal. */
  @Schema(name = "CascadeItem")
  record Item(
      UUID goalId,
      Owner owner,
      @Schema(description = "APPROVED by this call, or REFUSED.") Status status,
      @Schema(description = "The goal's state afterwards.") GoalState state,
      @Schema(description = "Why it was refused.") @Nullable Problem problem) {}

  /** What became of a goal. */
  enum Status {
    APPROVED,
    REFUSED
  }

  Page<Item> approve(UUID rootId) {
    List<Goal> goals = proposedFrom(rootId);
    if (goals.stream().noneMatch(goal -> goal.id().equals(rootId))) {
      throw GoalActions.notFound();
    }
    List<Item> items =
        goals.stream()
            .filter(goal -> goal.state() == GoalState.PROPOSED)
            .map(this::decide)
            .toList();
    return new Page<>(items, null);
  }

  private Item decide(Goal goal) {
    try {
      Goal approved = proposals.approve(goal.id(), SeenVersion.ANY);
      return item(goal, Status.APPROVED, approved.state(), null);
    } catch (ProblemException refused) {
      return item(goal, Status.REFUSED, goal.state(), problems.describe(refused));
    }
  }

  /** The goal and what is proposed below it, from top to bottom, as far as the caller sees. */
  private List<Goal> proposedFrom(UUID rootId) {
    return sql
        .query(
            """
            WITH RECURSIVE cascade (id, depth) AS (
              SELECT id, 0 FROM goal WHERE id = ?
              UNION ALL
              SELECT goal.id, depth + 1 FROM goal JOIN cascade ON goal.parent_id = cascade.id)
              CYCLE id SET again USING path
            SELECT goal.document FROM goal JOIN cascade USING (id)
            WHERE NOT again AND (goal.id = ? OR goal.state = 'PROPOSED')
            ORDER BY cascade.depth, goal.id
            """,
            row -> GoalEntity.read(row.text("document")),
            rootId,
            rootId)
        .stream()
        .filter(standing::sees)
        .toList();
  }

  private static Item item(Goal goal, Status status, GoalState state, @Nullable Problem problem) {
    return new Item(goal.id(), goal.terms().owner(), status, state, problem);
  }
}
