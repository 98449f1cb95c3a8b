package dev.milepost.incentive.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What is needed to draft a plan.
 *
 * @param name name to show
 * @param currency ISO 4217 code of all its amounts; never changes
 * @param terms what its first version promises
 */
record NewPlan(
    @NotBlank @Size(max = 200) String name,
    @NotNull @IsoCurrency String currency,
    @NotNull @Valid PlanTerms terms) {}
