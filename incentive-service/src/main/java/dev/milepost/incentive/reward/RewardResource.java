package dev.milepost.incentive.reward;

import dev.milepost.runtime.access.Roles;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rewards and why they were granted: own and managed ones; finance sees all. */
@Path("/v1/rewards")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.SALES_OPS, Roles.FINANCE})
@Tag(name = "Rewards")
class RewardResource {
  private final Rewards rewards;
  private final Explanations explanations;
  private final Visibility visibility;

  RewardResource(Rewards rewards, Explanations explanations, Visibility visibility) {
    this.rewards = rewards;
    this.explanations = explanations;
    this.visibility = visibility;
  }

  @GET
  @Operation(operationId = "listRewards", summary = "List rewards as they stand")
  public Page<RewardView> list(@BeanParam RewardFilter filter, @BeanParam PageRequest page) {
    return rewards.page(filter, visibility.ofRewards(), page).map(RewardView::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "readReward", summary = "Read a reward")
  public RewardView read(@PathParam("id") UUID id) {
    return found(rewards.find(id, visibility.ofRewards()).map(RewardView::of));
  }

  @GET
  @Path("{id}/explanation")
  @Operation(
      operationId = "explainReward",
      summary = "Explain a reward, down to the sales events",
      description =
          "From the reward to the rule and its version, the progress that was paid, the credits it"
              + " is made of, and their sales events. The credits come in pages, and only those of"
              + " participants whose rewards the caller may see.")
  public Explanation explain(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return found(explanations.explain(id, page));
  }

  private static <T> T found(Optional<T> visible) {
    return visible.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }
}
