-- The catalogue's version with which a goal was last changed. Who knows an older version reads only
-- the goals that were changed since.
ALTER TABLE goal ADD COLUMN changed_in bigint NOT NULL DEFAULT 0;

CREATE INDEX goal_changed_in ON goal (changed_in);
