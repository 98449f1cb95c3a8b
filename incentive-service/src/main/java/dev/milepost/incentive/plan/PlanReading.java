package dev.milepost.incentive.plan;

import dev.milepost.incentive.IncentiveProblem;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plans as clients read them. */
@ApplicationScoped
class PlanReading {
  private final Plans plans;
  private final Problems problems;

  PlanReading(Plans plans, Problems problems) {
    this.plans = plans;
    this.problems = problems;
  }

  Page<IncentivePlan> page(PageRequest page) {
    return plans.page(page);
  }

  IncentivePlan plan(UUID id) {
    return plans.find(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  VerificationView verification(UUID id) {
    IncentivePlan plan = plan(id);
    Verification verification = plan.verification();
    List<Verification.Finding> findings =
        verification.findings().stream()
            .sorted(Comparator.comparing(finding -> finding.code().severity()))
            .toList();
    List<Problem.Violation> told = problems.describe(refusal(findings)).violations();
    return new VerificationView(
        plan.versions().getLast().number(),
        verification.passed(),
        IntStream.range(0, findings.size())
            .mapToObj(index -> view(findings.get(index), told.get(index)))
            .toList());
  }

  /** The problem that findings are, were the plan to be activated. */
  static ProblemException refusal(List<Verification.Finding> findings) {
    ProblemException problem = ProblemException.of(IncentiveProblem.FAULTY_DRAFT);
    findings.forEach(
        finding -> problem.violation("", finding.code().slug(), finding.messageArguments()));
    return problem;
  }

  private static VerificationView.Finding view(
      Verification.Finding finding, Problem.Violation told) {
    return new VerificationView.Finding(
        finding.code().severity(), told.code(), finding.componentId(), told.message());
  }
}
