package dev.milepost.tracking.sale;

import dev.milepost.goals.goal.Goal;

record Peeking(Goal goal) {}
