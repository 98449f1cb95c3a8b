-- The highest cycle of a milestone that was evaluated; one below the cycle when its evaluation is to
-- be made anew, because its date was corrected.
ALTER TABLE milestone ADD COLUMN evaluated integer NOT NULL DEFAULT 0;

CREATE INDEX milestone_not_evaluated ON milestone (recorded_at)
    WHERE declared AND reached_at IS NOT NULL AND evaluated < cycle;

-- How each cycle of a milestone was reached. It stays when the milestone is reverted. top_events is
-- a JSON list, the greatest amount first.
CREATE TABLE milestone_evaluation (
    goal_no            bigint      NOT NULL REFERENCES goal,
    threshold          numeric     NOT NULL,
    cycle              integer     NOT NULL,
    goal_version       integer     NOT NULL,
    due_at             timestamptz NOT NULL,
    reached_at         timestamptz NOT NULL,
    recorded_at        timestamptz NOT NULL,
    days_early         integer     NOT NULL,
    working_days_early integer     NOT NULL,
    actual             numeric,
    attainment         numeric,
    expected           numeric     NOT NULL,
    pace               numeric,
    outlook            numeric,
    top_events         text        NOT NULL,
    evaluated_at       timestamptz NOT NULL,
    PRIMARY KEY (goal_no, threshold, cycle)
);

-- What managers noted on a cycle; the highest version is the note, the others stay readable.
CREATE TABLE milestone_note (
    goal_no    bigint      NOT NULL REFERENCES goal,
    threshold  numeric     NOT NULL,
    cycle      integer     NOT NULL,
    version    integer     NOT NULL,
    text       text        NOT NULL,
    author     text        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (goal_no, threshold, cycle, version)
);
