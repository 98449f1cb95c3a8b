-- The course of a goal is known up to an instant: its height then, and a height that it never rose
-- above before. Entries numbered above course_sequence may have occurred later; how the course goes
-- on is read from those alone. Nothing is known of goals from before a course was kept: all their
-- entries may have occurred later. (The column is renamed so that no process of an older version can
-- go on keeping one part of this without the other.)
ALTER TABLE goal_progress RENAME COLUMN course_end TO course_until;
ALTER TABLE goal_progress
    ADD COLUMN course_height   numeric NOT NULL DEFAULT 0,
    ADD COLUMN course_sequence bigint  NOT NULL DEFAULT 0;

UPDATE goal_progress SET course_height = numerator, course_sequence = sequence
WHERE course_until IS NOT NULL AND course_peak IS NOT NULL;
UPDATE goal_progress SET course_peak = 0, course_until = NULL WHERE course_peak IS NULL;

ALTER TABLE goal_progress
    ALTER COLUMN course_peak SET DEFAULT 0,
    ALTER COLUMN course_peak SET NOT NULL;
