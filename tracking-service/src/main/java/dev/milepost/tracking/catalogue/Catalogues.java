package dev.milepost.tracking.catalogue;

import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.DirectoryChanging;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.rule.CreditRules;
import dev.milepost.tracking.rule.RuleTarget;
import dev.milepost.tracking.rule.Rules;
import dev.milepost.tracking.rule.RulesChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the catalogue: reading it together with others, changing it alone. */
@ApplicationScoped
public class Catalogues {
  /** Identifies the catalogue's advisory lock within the database. */
  private static final long LOCK = 0x63_61_74_61_6c_6f_67L;

  private static final String EDITION =
      """
      SELECT d.oid::bigint AS database, c.version FROM catalogue c
      JOIN pg_database d ON d.datname = current_database()
      """;

  private final Sql sql;
  private final Goals goals;
  private final Rules rules;
  private final Directory directory;
  private volatile @Nullable Catalogue latest;

  Catalogues(Sql sql, Goals goals, Rules rules, Directory directory) {
    this.sql = sql;
    this.goals = goals;
    this.rules = rules;
    this.directory = directory;
  }

  /** The catalogue, which nobody changes until the transaction in progress ends. */
  @Transactional(TxType.MANDATORY)
  public Catalogue shared() {
    sql.query("SELECT pg_advisory_xact_lock_shared(?)", row -> row, LOCK);
    Edition edition =
        sql.query(EDITION, row -> new Edition(row.number("database"), row.number("version")))
            .getFirst();
    Catalogue known = latest;
    if (known == null || !known.edition().equals(edition)) {
      known = read(edition, known);
      latest = known;
    }
    return known;
  }

  /** Of the goals only those that changed since, if an earlier edition is known. */
  private Catalogue read(Edition edition, @Nullable Catalogue known) {
    Map<Long, TrackedGoal> all = new HashMap<>();
    if (known != null && edition.follows(known.edition())) {
      all.putAll(known.goals());
      goals.changedSince(known.edition().version()).forEach(goal -> all.put(goal.no(), goal));
    } else {
      goals.all().forEach(goal -> all.put(goal.no(), goal));
    }
    CreditRules inForce = rules.active();
    Hierarchy hierarchy = new Hierarchy(directory.teams(), holders(inForce));
    return new Catalogue(edition, all, inForce, hierarchy);
  }

  /** Roles are of interest only where a rule asks for them. */
  private List<ParticipantChanged> holders(CreditRules inForce) {
    return inForce.askingFor(RuleTarget.Type.ROLE).isEmpty() ? List.of() : directory.participants();
  }

  /** The working calendars and the hierarchy as the transaction in progress sees them. */
  public WorkingCalendars workingCalendars() {
    List<WorkingCalendarChanged> told = directory.workingCalendars();
    return new WorkingCalendars(
        told, new Hierarchy(told.isEmpty() ? List.of() : directory.teams(), List.of()));
  }

  /** Waits until no batch is at work; the transaction in progress then changes the catalogue. */
  @Transactional(TxType.MANDATORY)
  public void change() {
    sql.query("SELECT pg_advisory_xact_lock(?)", row -> row, LOCK);
    sql.update("UPDATE catalogue SET version = version + 1");
  }

  void directoryChanges(@Observes DirectoryChanging changing) {
    change();
  }

  void rulesChange(@Observes RulesChanging changing) {
    change();
  }
}
