-- Goals, their progress and what was granted for them, each as last told.
CREATE TABLE goal (
    goal_id    text    PRIMARY KEY,
    version    bigint  NOT NULL,
    state      text    NOT NULL,
    owner_type text    NOT NULL,
    owner_id   text    NOT NULL,
    metric_key text    NOT NULL,
    unit       text    NOT NULL,
    direction  text    NOT NULL,
    period     text    NOT NULL,
    target     numeric NOT NULL
);

CREATE INDEX goal_metric_period ON goal (metric_key, period);

CREATE TABLE progress (
    goal_id     text        PRIMARY KEY,
    version     bigint      NOT NULL,
    actual      numeric,
    target      numeric     NOT NULL,
    attainment  numeric,
    recorded_at timestamptz NOT NULL
);

CREATE TABLE reward (
    reward_id      text    PRIMARY KEY,
    version        bigint  NOT NULL,
    recipient_type text    NOT NULL,
    recipient_id   text    NOT NULL,
    goal_id        text    NOT NULL,
    in_force       boolean NOT NULL,
    amount         numeric,
    currency       text
);

CREATE INDEX reward_goal ON reward (goal_id);

-- Leaderboards that everyone who sells may read.
CREATE TABLE leaderboard_publication (
    metric_key   text        NOT NULL,
    period       text        NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    PRIMARY KEY (metric_key, period)
);
