package dev.milepost.goals.goal;

import jakarta.persistence.EntityManager;

record FramedRule(EntityManager entities) {}
