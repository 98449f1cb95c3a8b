package dev.milepost.testing.http;

import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;

@ApplicationScoped
class Notes {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Sql sql;

  Notes(Sql sql) {
    this.sql = sql;
  }

  @Transactional
  NoteView add(NoteDraft draft) {
    return sql.queryOne(
            "INSERT INTO note (title, weight) VALUES (?, ?) RETURNING *",
            Notes::view,
            draft.title(),
            draft.weight())
        .orElseThrow();
  }

  Page<NoteView> page(PageRequest page) {
    long after = page.position().map(cursor -> cursor.number(0)).orElse(0L);
    return Page.of(
        sql.query(
            "SELECT * FROM note WHERE id > ? ORDER BY id LIMIT ?",
            Notes::view,
            after,
            page.fetch()),
        page,
        note -> Cursor.of(note.id()));
  }

  NoteView read(long id) {
    return sql.queryOne("SELECT * FROM note WHERE id = ?", Notes::view, id)
        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
  }

  @Transactional
  NoteView change(long id, IfMatch ifMatch, NoteDraft draft) {
    NoteView current =
        sql.queryOne("SELECT * FROM note WHERE id = ? FOR UPDATE", Notes::view, id)
            .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    ifMatch.requireMatch(current.version());
    sql.update("UPDATE note SET title = ?, version = version + 1 WHERE id = ?", draft.title(), id);
    return read(id);
  }

  private static NoteView view(Row row) throws SQLException {
    return new NoteView(
        row.number("id"), row.text("title"), row.decimal("weight"), HALF, row.number("version"));
  }
}
