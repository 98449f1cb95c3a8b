-- The status that was last told of each goal's pace, and the one before it; null: none yet. The row
-- is the lock of what is told of the goal's pace. judged_sequence is the last entry that the goal
-- was judged by, -1 when it is to be judged whatever its entries are; look_at: when time alone may
-- change the status. open: the goal is not closed.
CREATE TABLE goal_pace (
    goal_no         bigint      PRIMARY KEY REFERENCES goal,
    open            boolean     NOT NULL,
    status          text,
    previous_status text,
    changes         bigint      NOT NULL DEFAULT 0,
    judged_sequence bigint      NOT NULL DEFAULT -1,
    judged_at       timestamptz,
    look_at         timestamptz
);

CREATE INDEX goal_pace_open ON goal_pace (goal_no) WHERE open;

INSERT INTO goal_pace (goal_no, open) SELECT goal_no, closed_at IS NULL FROM goal_progress;

-- The statuses that were told, as they were known from each moment on.
CREATE TABLE pace_history (
    no              bigint      GENERATED ALWAYS AS IDENTITY,
    goal_no         bigint      NOT NULL REFERENCES goal,
    known_at        timestamptz NOT NULL,
    status          text        NOT NULL,
    previous_status text,
    PRIMARY KEY (goal_no, no)
);
