-- The first line of the newest progress that was told, so that it can be told again as it was.
ALTER TABLE goal_progress ADD COLUMN told_from bigint NOT NULL DEFAULT 0;

UPDATE goal_progress SET told_from = told_sequence;

-- Goals with reached milestones whose dates may be too late, because something earlier came to
-- light; the oldest doubt first.
CREATE TABLE milestone_redating (
    goal_no  bigint      PRIMARY KEY REFERENCES goal,
    noted_at timestamptz NOT NULL
);

-- Credits are recorded much in the order in which sales happen, so a summary of each block of rows
-- finds those of a period, at no cost to the batches that write them.
DROP INDEX credit_occurred_at;
CREATE INDEX credit_occurred_at ON credit USING brin (occurred_at) WITH (pages_per_range = 32);
