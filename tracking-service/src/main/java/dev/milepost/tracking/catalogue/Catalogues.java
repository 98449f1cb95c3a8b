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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the catalogue: reading it together with others, changing it alone. */
@ApplicationScoped
public class Catalogues {
  /** Identifies the catalogue's advisory lock within the database. */
  private static final long LOCK = 0x63_61_74_61_6c_6f_67L;

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
    long version =
        sql.query("SELECT version FROM catalogue", row -> row.number("version")).getFirst();
    Catalogue known = latest;
    if (known == null || known.version() != version) {
      CreditRules inForce = rules.active();
      Hierarchy hierarchy = new Hierarchy(directory.teams(), holders(inForce));
      known = new Catalogue(version, goals.all(), inForce, hierarchy);
      latest = known;
    }
    return known;
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
