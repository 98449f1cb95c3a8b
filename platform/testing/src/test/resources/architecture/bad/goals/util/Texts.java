package dev.milepost.goals.util;

final class Texts {}
