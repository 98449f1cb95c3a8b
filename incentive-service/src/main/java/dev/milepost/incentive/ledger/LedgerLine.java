package dev.milepost.incentive.ledger;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of the ledger: what changed in one reward.
 *
 * @param id the line
 * @param rewardId the reward
 * @param rewardVersion version of the reward that this line made
 * @param recipient whose line it is
 * @param planId the incentive plan
 * @param planVersion version of the plan that decided
 * @param componentId the component of the plan
 * @param goalId the goal it was earned on
 * @param milestoneId the crossing it was earned with; milestone rewards only
 * @param period label of the goal's period
 * @param kind what it does
 * @param amount what it adds, negative when it takes back; absent for what is not money
 * @param earnedAt when the fact happened that the line follows from
 * @param recordedAt when it was booked
 * @param correlationId the first cause: the sales event or request that started it
 * @param causationId the direct cause: the event that was settled
 * @param calculation how the amount came about
 */
public record LedgerLine(
    UUID id,
    UUID rewardId,
    long rewardVersion,
    Owner recipient,
    String planId,
    int planVersion,
    String componentId,
    String goalId,
    @Nullable String milestoneId,
    String period,
    LedgerKind kind,
    @Nullable Money amount,
    Instant earnedAt,
    Instant recordedAt,
    String correlationId,
    @Nullable String causationId,
    Calculation calculation) {}
