package dev.milepost.analytics.leaderboard;

import dev.milepost.analytics.problem.AnalyticsProblem;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Answers who stands where, and lets sales operations publish it. */
@ApplicationScoped
class Leaderboards {
  private final Standings standings;
  private final Publications publications;
  private final Visibility visibility;
  private final Caller caller;
  private final Clock clock;

  Leaderboards(
      Standings standings,
      Publications publications,
      Visibility visibility,
      Caller caller,
      Clock clock) {
    this.standings = standings;
    this.publications = publications;
    this.visibility = visibility;
    this.caller = caller;
    this.clock = clock;
  }

  /** A page of the leaderboard, as far as the caller may see it. */
  Page<LeaderboardRow> page(Leaderboard board, RankBy by, PageRequest page) {
    requireKnown(board);
    VisibleOwners visible =
        publications.find(board).isPresent()
            ? new VisibleOwners.Everyone()
            : visibility.ofProgress();
    return withRewards(standings.page(board, by, visible, caller.participantId().orElse(""), page));
  }

  /** The publication of a leaderboard. */
  Publication publication(Leaderboard board) {
    return publications.find(board).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  /** Publishes a leaderboard; once published, it stays as it is. */
  @Transactional
  Publication publish(Leaderboard board) {
    requireKnown(board);
    publications.add(board, clock.instant(), caller.principal());
    return publication(board);
  }

  /** Withdraws a published leaderboard. */
  void withdraw(Leaderboard board) {
    if (!publications.remove(board)) {
      throw ProblemException.of(CommonProblem.NOT_FOUND);
    }
  }

  private void requireKnown(Leaderboard board) {
    if (!standings.exist(board)) {
      throw ProblemException.of(AnalyticsProblem.LEADERBOARD_UNKNOWN);
    }
  }

  private Page<LeaderboardRow> withRewards(Page<LeaderboardRow> page) {
    VisibleOwners visible = visibility.ofRewards();
    List<String> goals =
        page.items().stream()
            .filter(row -> visible.includes(row.owner()))
            .map(LeaderboardRow::goalId)
            .toList();
    Map<String, RewardTotals> totals = standings.rewards(goals);
    return page.map(
        row ->
            visible.includes(row.owner())
                ? row.with(totals.getOrDefault(row.goalId(), RewardTotals.NONE))
                : row);
  }
}
