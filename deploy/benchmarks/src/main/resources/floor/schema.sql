-- What a good engineer would write down of the same sales if nothing but PostgreSQL were at work:
-- narrow rows, one index per table, the identity of a sale as a 128-bit hash.
DROP SCHEMA IF EXISTS floor CASCADE;
CREATE SCHEMA floor;

CREATE TABLE floor.participant (
    id          text PRIMARY KEY,
    goal_no     integer NOT NULL,
    team_goal   integer NOT NULL,
    region_goal integer NOT NULL
);

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
    goal_no     integer     PRIMARY KEY,
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
