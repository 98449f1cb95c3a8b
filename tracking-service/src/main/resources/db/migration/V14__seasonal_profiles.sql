-- How much of the owner's way was done at the end of each slice of working time, in the mean of
-- comparable periods; null: there were too few.
ALTER TABLE goal ADD COLUMN seasonal_shares numeric[];
ALTER TABLE goal_history ADD COLUMN seasonal_shares numeric[];

-- Goals whose past is looked through for that. due_at: when, null: not again. While it is done, as_of
-- is when it was begun; credits with no <= mark are looked through, those up to done have been. sums
-- has what counted in each slice of each comparable period, the latest period first; first_at is the
-- first sale that counted.
CREATE TABLE goal_season (
    goal_no  bigint      PRIMARY KEY REFERENCES goal,
    due_at   timestamptz,
    as_of    timestamptz,
    mark     bigint      NOT NULL DEFAULT 0,
    done     bigint      NOT NULL DEFAULT 0,
    sums     numeric[],
    first_at timestamptz
);

CREATE INDEX goal_season_due ON goal_season (due_at) WHERE due_at IS NOT NULL;
