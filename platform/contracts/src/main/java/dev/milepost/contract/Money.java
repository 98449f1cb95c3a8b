package dev.milepost.contract;

import java.math.BigDecimal;

/**
 * An amount with its currency.
 *
 * @param amount decimal, as exact as the source gave it
 * @param currency ISO 4217 code, e.g. {@code USD}
 */
public record Money(BigDecimal amount, String currency) {}
