package dev.milepost.goals.goal;

public record Goal(String id) {}
