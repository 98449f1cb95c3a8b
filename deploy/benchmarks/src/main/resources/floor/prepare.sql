-- The service's database without its sales; and who sells, and which goals sales of each count for.
TRUNCATE sales_event, credit, progress_entry, milestone_history, outbox;

DROP SCHEMA IF EXISTS floor CASCADE;
CREATE SCHEMA floor;

CREATE TABLE floor.participant (
    id          text   PRIMARY KEY,
    teams       text[] NOT NULL,
    goal        text   NOT NULL,
    team_goal   text   NOT NULL,
    region_goal text   NOT NULL
);

CREATE TABLE floor.goal (
    goal_id text    PRIMARY KEY,
    target  numeric NOT NULL
);
