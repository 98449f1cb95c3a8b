package dev.milepost.runtime.expression;

import static java.util.Objects.requireNonNull;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads every literal with a point or an exponent as the decimal that was written, so that 0.1 is
 * exactly 0.1 and binary floating point never enters an expression: {@code 0.1} becomes {@code
 * decimal("0.1")} before the types are checked.
 */
final class DecimalLiterals {
  private static final Pattern DIGITS =
      Pattern.compile("-?\\s*((?:[0-9]*\\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?)");

  private DecimalLiterals() {}

  static CelAbstractSyntaxTree rewrite(CelAbstractSyntaxTree parsed, String source) {
    CelMutableAst ast = CelMutableAst.fromCelAst(parsed);
    CelNavigableMutableExpr root = CelNavigableMutableAst.fromAst(ast).getRoot();
    List<CelMutableExpr> literals =
        root.allNodes()
            .filter(node -> node.getKind() == Kind.CONSTANT)
            .map(CelNavigableMutableExpr::expr)
            .filter(node -> node.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE)
            .toList();
    long freeId = root.maxId();
    for (CelMutableExpr literal : literals) {
      CelConstant text = CelConstant.ofValue(written(literal, parsed.getSource(), source));
      literal.setCall(CelMutableCall.create("decimal", CelMutableExpr.ofConstant(++freeId, text)));
    }
    return ast.toParsedAst(true);
  }

  private static String written(CelMutableExpr literal, CelSource parsed, String source) {
    int position = requireNonNull(parsed.getPositionsMap().get(literal.id()));
    Matcher digits =
        DIGITS.matcher(source).region(source.offsetByCodePoints(0, position), source.length());
    if (!digits.lookingAt()) {
      throw new IllegalStateException("no number at %d of %s".formatted(position, source));
    }
    boolean negative = Math.copySign(1, literal.constant().doubleValue()) < 0;
    return (negative ? "-" : "") + computable(digits.group(1), parsed, position);
  }

  private static String computable(String number, CelSource parsed, int position) {
    try {
      Decimals.parse(number);
      return number;
    } catch (EvaluationFailure e) {
      CelSourceLocation location = parsed.getOffsetLocation(position).orElseThrow();
      throw new ExpressionFault(
          "the number has too many digits", location.getLine(), location.getColumn() + 1);
    }
  }
}
