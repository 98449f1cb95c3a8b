-- Goals. The document is the goal, with every version and every step of its life; the columns
-- beside it are what goals are found by.
CREATE TABLE goal (
    id           uuid        PRIMARY KEY,
    version      bigint      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'COUNTERED', 'REJECTED',
                                                       'APPROVED', 'ACTIVE', 'CLOSED', 'CANCELLED')),
    owner_type   text        NOT NULL CHECK (owner_type IN ('PARTICIPANT', 'TEAM')),
    owner_id     text        NOT NULL,
    metric_key   text        NOT NULL REFERENCES metric,
    period_label text        NOT NULL,
    period_start timestamptz NOT NULL,
    parent_id    uuid        REFERENCES goal,
    author       text        NOT NULL,
    document     jsonb       NOT NULL
);

CREATE INDEX goal_owner ON goal (owner_type, owner_id);
CREATE INDEX goal_period_metric ON goal (period_label, metric_key);
CREATE INDEX goal_parent ON goal (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX goal_to_activate ON goal (period_start) WHERE state = 'APPROVED';
