-- When the earliest of what puts a goal's milestones in doubt occurred: those reached before that are
-- in none.
ALTER TABLE milestone_redating ADD COLUMN earliest timestamptz NOT NULL DEFAULT '-infinity';
