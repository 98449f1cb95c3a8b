package dev.milepost.runtime.expression;

/** An expression that is refused: it cannot be parsed, does not type-check or is too costly. */
public final class ExpressionFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  ExpressionFault(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** Line of the fault, from 1. */
  public int line() {
    return line;
  }

  /** Column of the fault in code points, from 1. */
  public int column() {
    return column;
  }
}
