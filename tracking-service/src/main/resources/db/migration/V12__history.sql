-- What goals asked for and which milestones they had, as it was known from each moment on: a row for
-- every change of goal and milestone. The order of rows is the order of changes, whatever the
-- clocks of two replicas say.
CREATE TABLE goal_history (
    no               bigint      GENERATED ALWAYS AS IDENTITY,
    goal_no          bigint      NOT NULL REFERENCES goal,
    known_at         timestamptz NOT NULL,
    snapshot         text        NOT NULL,
    exceptional_days date[]      NOT NULL,
    days_assumed     boolean     NOT NULL,
    PRIMARY KEY (goal_no, no)
);

CREATE TABLE milestone_history (
    no           bigint      GENERATED ALWAYS AS IDENTITY,
    goal_no      bigint      NOT NULL REFERENCES goal,
    known_at     timestamptz NOT NULL,
    threshold    numeric     NOT NULL,
    declared     boolean     NOT NULL,
    due_at       timestamptz NOT NULL,
    cycle        integer     NOT NULL,
    bar          numeric,
    goal_version integer,
    reached_at   timestamptz,
    recorded_at  timestamptz,
    achieved     boolean     NOT NULL,
    decided      boolean     NOT NULL,
    PRIMARY KEY (goal_no, no)
);

-- Of goals that are there already it is not known what was known when: what they ask for now holds
-- from their first entry on, and a reached milestone was open until it was reached.
INSERT INTO goal_history (goal_no, known_at, snapshot, exceptional_days, days_assumed)
SELECT g.no,
       coalesce((SELECT min(e.recorded_at) FROM progress_entry e WHERE e.goal_no = g.no),
                p.recorded_at),
       g.snapshot, g.exceptional_days, g.days_assumed
FROM goal g JOIN goal_progress p ON p.goal_no = g.no;

INSERT INTO milestone_history
    (goal_no, known_at, threshold, declared, due_at, cycle, achieved, decided)
SELECT m.goal_no, h.known_at, m.threshold, m.declared, m.due_at, 0, false, false
FROM milestone m JOIN goal_history h ON h.goal_no = m.goal_no;

INSERT INTO milestone_history
    (goal_no, known_at, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
     recorded_at, achieved, decided)
SELECT goal_no, recorded_at, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
       recorded_at, achieved, decided
FROM milestone WHERE recorded_at IS NOT NULL;
