package dev.milepost.tracking.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.runtime.expression.Condition;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules' table, and their conditions compiled. */
@ApplicationScoped
public class Rules {
  private static final String SELECT = "SELECT definition FROM credit_rule";

  private final Sql sql;
  private final ExpressionCompiler compiler;

  /** Compiled once per process: a condition means the same in every rule. */
  private final Map<String, Condition> conditions = new ConcurrentHashMap<>();

  Rules(Sql sql, ExpressionCompiler compiler) {
    this.sql = sql;
    this.compiler = compiler;
  }

  /** All rules that count for sales of some time. */
  public CreditRules active() {
    return new CreditRules(
        sql.query(SELECT, Rules::read).stream().flatMap(rule -> compiled(rule).stream()).toList());
  }

  private List<RuleInForce> compiled(CreditRule rule) {
    return rule.active().stream()
        .flatMap(
            version ->
                rule.validity(version).map(span -> compiled(rule.key(), version, span)).stream())
        .toList();
  }

  private RuleInForce compiled(String key, RuleVersion version, Span validity) {
    Condition condition =
        conditions.computeIfAbsent(version.terms().condition(), compiler::condition);
    return new RuleInForce(
        new RuleRef(key, version.number()), version.terms(), condition, validity);
  }

  Optional<CreditRule> find(String key) {
    return sql.queryOne(SELECT + " WHERE key = ?", Rules::read, key);
  }

  /** The rule, which nobody else changes until the transaction in progress ends. */
  Optional<CreditRule> lock(String key) {
    return sql.queryOne(SELECT + " WHERE key = ? FOR UPDATE", Rules::read, key);
  }

  /** The first rules after a key, in the order of keys. */
  List<CreditRule> after(String key, int limit) {
    return sql.query(
        SELECT + " WHERE key COLLATE \"C\" > ? ORDER BY key COLLATE \"C\" LIMIT ?",
        Rules::read,
        key,
        limit);
  }

  /**
   * Stores a new rule.
   *
   * @return false if there is one with this key
   */
  boolean insert(CreditRule rule) {
    return sql.update(
            "INSERT INTO credit_rule (key, definition) VALUES (?, ?) ON CONFLICT DO NOTHING",
            rule.key(),
            write(rule))
        == 1;
  }

  void update(CreditRule rule) {
    sql.update("UPDATE credit_rule SET definition = ? WHERE key = ?", write(rule), rule.key());
  }

  private static CreditRule read(Row row) throws SQLException {
    try {
      return ContractJson.mapper().readValue(row.text("definition"), CreditRule.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule reads back", e);
    }
  }

  private static String write(CreditRule rule) {
    try {
      return ContractJson.mapper().writeValueAsString(rule);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule can be written", e);
    }
  }
}
