package dev.milepost.incentive.plan;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import dev.milepost.contract.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An amount above zero in a currency that exists. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PositiveMoney.Validator.class)
@interface PositiveMoney {

  /** Key of the message. */
  String message() default "must be an amount above zero in an ISO 4217 currency";

  /** Groups, as Bean Validation asks for them. */
  Class<?>[] groups() default {};

  /** Payload, as Bean Validation asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** Decides it. */
  class Validator implements ConstraintValidator<PositiveMoney, Money> {

    @Override
    public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
      return money == null
          || (money.amount() != null
              && money.amount().signum() > 0
              && IsoCurrency.Validator.exists(money.currency()));
    }
  }
}
