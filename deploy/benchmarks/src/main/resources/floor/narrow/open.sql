-- What a good engineer would write down of the same sales if nothing but PostgreSQL were at work:
-- narrow rows, one index per table, the identity of a sale as a 128-bit hash.
CREATE TABLE floor.sales_event (
    no          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identity    uuid        NOT NULL UNIQUE,
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content     bytea       NOT NULL
);

CREATE TABLE floor.credit (
    no             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_no       bigint      NOT NULL,
    participant_id text        NOT NULL,
    share          numeric     NOT NULL,
    value          numeric     NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL
);

CREATE TABLE floor.goal_progress (
    goal_no     integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    goal_id     text        NOT NULL,
    sequence    bigint      NOT NULL DEFAULT 0,
    version     bigint      NOT NULL DEFAULT 0,
    actual      numeric     NOT NULL DEFAULT 0,
    target      numeric     NOT NULL,
    recorded_at timestamptz
);

CREATE TABLE floor.progress_entry (
    credit_no   bigint      NOT NULL,
    goal_no     integer     NOT NULL,
    value       numeric     NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (credit_no, goal_no)
);

CREATE TABLE floor.milestone (
    goal_no     integer     NOT NULL,
    threshold   numeric     NOT NULL,
    bar         numeric     NOT NULL,
    reached_at  timestamptz,
    recorded_at timestamptz,
    PRIMARY KEY (goal_no, threshold)
);

CREATE TABLE floor.outbox (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    record_key  text        NOT NULL,
    payload     text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

INSERT INTO floor.goal_progress (goal_id, target) SELECT goal_id, target FROM floor.goal;

INSERT INTO floor.milestone (goal_no, threshold, bar)
SELECT goal_no, threshold, threshold * target
FROM floor.goal_progress, unnest(ARRAY[0.25, 0.5, 0.75, 1]) AS threshold;

CREATE TABLE floor.seller (id, goal_no, team_goal, region_goal) AS
SELECT p.id, own.goal_no, team.goal_no, region.goal_no
FROM floor.participant p
JOIN floor.goal_progress own ON own.goal_id = p.goal
JOIN floor.goal_progress team ON team.goal_id = p.team_goal
JOIN floor.goal_progress region ON region.goal_id = p.region_goal;

CREATE VIEW floor.position AS SELECT goal_id, sequence, actual FROM floor.goal_progress;
