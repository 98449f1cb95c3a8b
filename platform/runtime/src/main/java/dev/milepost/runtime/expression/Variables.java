package dev.milepost.runtime.expression;

import dev.cel.runtime.CelVariableResolver;

/**
 * The values that expressions may ask for. Made once (see {@link EventVariables}), used for any
 * number of expressions.
 */
public final class Variables {
  private final CelVariableResolver resolver;

  Variables(CelVariableResolver resolver) {
    this.resolver = resolver;
  }

  CelVariableResolver resolver() {
    return resolver;
  }
}
