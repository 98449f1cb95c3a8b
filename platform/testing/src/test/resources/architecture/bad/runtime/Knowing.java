package dev.milepost.runtime;

import dev.milepost.goals.goal.Goal;

record Knowing(Goal goal) {}
