package dev.milepost.tracking.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the rules their configuration. */
@ApplicationScoped
class SaleRulesProducer {

  @Produces
  @Singleton
  SaleRules rules(SaleConfig config) {
    return new SaleRules(config.futureTolerance());
  }
}
