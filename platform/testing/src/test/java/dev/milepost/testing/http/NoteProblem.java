package dev.milepost.testing.http;

import dev.milepost.runtime.problem.ProblemType;

enum NoteProblem implements ProblemType {
  NOTE_LOCKED("note-locked", 409);

  private final String slug;
  private final int status;

  NoteProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
