package dev.milepost.goals.goal;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Reading goals, as far as the caller may see them. */
@ApplicationScoped
class GoalQueries {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql;
  private final GoalStore store;
  private final Standing standing;

  GoalQueries(Sql sql, GoalStore store, Standing standing) {
    this.sql = sql;
    this.store = store;
    this.standing = standing;
  }

  /** What a list of goals is narrowed down to; what is left out does not matter. */
  record Filter(
      @Parameter(description = "Label of the period.", example = "2017-Q4") @QueryParam("period")
          @Nullable String period,
      @Parameter(description = "Key of the metric.", example = "won-revenue") @QueryParam("metric")
          @Nullable String metric,
      @Parameter(description = "Kind of owner.") @QueryParam("ownerType")
          Owner.@Nullable Type ownerType,
      @Parameter(description = "Id of the owner.") @QueryParam("owner") @Nullable String owner,
      @Parameter(description = "State of the goal.") @QueryParam("state") @Nullable GoalState state,
      @Parameter(description = "Id of the goal that they were derived from.") @QueryParam("parent")
          @Nullable UUID parent) {}

  Goal get(UUID id) {
    return store.find(id).filter(standing::sees).orElseThrow(GoalActions::notFound);
  }

  Page<Goal> list(Filter filter, PageRequest page) {
    VisibleOwners visible = standing.visible();
    List<Goal> rows =
        sql.query(
            """
            SELECT document FROM goal
            WHERE id > ?
              AND (?::text IS NULL OR period_label = ?)
              AND (?::text IS NULL OR metric_key = ?)
              AND (?::text IS NULL OR owner_type = ?)
              AND (?::text IS NULL OR owner_id = ?)
              AND (?::text IS NULL OR state = ?)
              AND (?::uuid IS NULL OR parent_id = ?)
              AND (? OR document ->> 'proposal' IS NOT NULL OR author = ?
                OR document #>> '{author,participantId}' = ?)
              AND (?
                OR (owner_type = 'PARTICIPANT' AND owner_id = ANY (?))
                OR (owner_type = 'TEAM' AND owner_id = ANY (?)))
            ORDER BY id
            LIMIT ?
            """,
            row -> GoalEntity.read(row.text("document")),
            page.position().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL),
            filter.period(),
            filter.period(),
            filter.metric(),
            filter.metric(),
            filter.ownerType(),
            filter.ownerType(),
            filter.owner(),
            filter.owner(),
            filter.state(),
            filter.state(),
            filter.parent(),
            filter.parent(),
            standing.seesDrafts(),
            standing.person().principal(),
            standing.person().participantId(),
            visible.all(),
            visible.participantIds(),
            visible.teamIds(),
            page.fetch());
    return Page.of(rows, page, goal -> Cursor.of(goal.id()));
  }
}
