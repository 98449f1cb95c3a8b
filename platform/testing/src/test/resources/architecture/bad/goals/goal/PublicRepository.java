package dev.milepost.goals.goal;

public class PublicRepository {}
