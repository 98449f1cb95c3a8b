package dev.milepost.goals.goal;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The answer "not this, but that".
 *
 * @param target the value offered instead, in the metric's unit
 * @param comment why
 * @param by who offers it
 * @param at when
 */
public record CounterOffer(BigDecimal target, String comment, Person by, Instant at) {}
