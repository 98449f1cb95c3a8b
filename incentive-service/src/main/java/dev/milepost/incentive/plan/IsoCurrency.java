package dev.milepost.incentive.plan;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ISO 4217 code of a currency that exists and has a smallest unit. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IsoCurrency.Validator.class)
@interface IsoCurrency {

  /** Key of the message. */
  String message() default "must be an ISO 4217 currency code";

  /** Groups, as Bean Validation asks for them. */
  Class<?>[] groups() default {};

  /** Payload, as Bean Validation asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** Decides it. */
  class Validator implements ConstraintValidator<IsoCurrency, String> {
    private static final Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static boolean exists(@Nullable String code) {
      return code != null && CODES.contains(code);
    }

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
      return code == null || exists(code);
    }
  }
}
