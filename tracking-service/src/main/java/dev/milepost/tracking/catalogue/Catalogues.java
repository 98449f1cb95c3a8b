package dev.milepost.tracking.catalogue;

import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.DirectoryChanging;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jspecify.annotations.Nullable;

/** The way to the catalogue: reading it together with others, changing it alone. */
@ApplicationScoped
public class Catalogues {
  /** Identifies the catalogue's advisory lock within the database. */
  private static final long LOCK = 0x63_61_74_61_6c_6f_67L;

  private final Sql sql;
  private final Goals goals;
  private final Directory directory;
  private volatile @Nullable Catalogue latest;

  Catalogues(Sql sql, Goals goals, Directory directory) {
    this.sql = sql;
    this.goals = goals;
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
      known = new Catalogue(version, goals.all(), new Hierarchy(directory.teams()));
      latest = known;
    }
    return known;
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
}
