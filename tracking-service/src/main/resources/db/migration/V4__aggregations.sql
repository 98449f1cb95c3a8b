-- What an entry adds to the sample of a level (AVERAGE, LATEST, RATIO); null on the entries of flows.
-- The denominator: of AVERAGE and RATIO what the numerator is divided by, of LATEST 1 for what comes
-- into force and -1 for what goes, of a DISTINCT_COUNT 1 when the key turns out to have been seen
-- before the goal's period and -1 when not any more.
ALTER TABLE progress_entry ADD COLUMN sample smallint;

-- The windows of levels.
CREATE INDEX progress_entry_window ON progress_entry (goal_no, occurred_at)
    WHERE sample IS NOT NULL;

-- The keys that a DISTINCT_COUNT goal has seen: how many credits of a key count, and whether it was
-- seen before the goal's period. What came after the close is kept apart (late_…).
CREATE TABLE goal_key (
    goal_no   bigint  NOT NULL REFERENCES goal,
    key       text    NOT NULL,
    live      integer NOT NULL,
    seen      integer NOT NULL,
    late_live integer NOT NULL,
    late_seen integer NOT NULL,
    PRIMARY KEY (goal_no, key)
);

-- Versions of metrics that ask whether a key was ever seen before. Credits with no <= backfill_mark
-- were there before the first goal on it was; those up to backfilled_to are in.
CREATE TABLE first_ever_metric (
    metric_key     text    NOT NULL,
    metric_version integer NOT NULL,
    backfill_mark  bigint  NOT NULL,
    backfilled_to  bigint  NOT NULL,
    PRIMARY KEY (metric_key, metric_version)
);

-- How many credits of a key, anybody's, are in force for each moment.
CREATE TABLE sighting (
    metric_key     text        NOT NULL,
    metric_version integer     NOT NULL,
    key            text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    live           integer     NOT NULL,
    PRIMARY KEY (metric_key, metric_version, key, occurred_at)
);

-- Goals whose attainment time alone may change (levels and decreasing flows): what was last told of
-- them, and when they are to be looked at next.
CREATE TABLE goal_watch (
    goal_no         bigint      PRIMARY KEY REFERENCES goal,
    look_at         timestamptz,
    told_actual     numeric,
    told_attainment numeric
);

CREATE INDEX goal_watch_look_at ON goal_watch (look_at) WHERE look_at IS NOT NULL;

-- Whether a milestone of such a goal was tested on its due date.
ALTER TABLE milestone ADD COLUMN decided boolean NOT NULL DEFAULT false;
