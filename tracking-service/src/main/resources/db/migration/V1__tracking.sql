-- Numbers (no) are local and narrow: they never leave this database, except as text in credit ids.
-- The tables of the hot path (sales_event, credit, progress_entry) carry no foreign keys: rows are
-- written by one code path in one transaction and are never deleted.

-- Facts, by (source, event_id); content is their canonical data.
CREATE TABLE sales_event (
    no             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source         text        NOT NULL,
    event_id       text        NOT NULL,
    content_hash   bytea       NOT NULL,
    type           text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    content        bytea       NOT NULL,
    UNIQUE (source, event_id)
);

-- Events that came over HTTP and are on their way through the topic.
CREATE TABLE sales_intake (
    source       text        NOT NULL,
    event_id     text        NOT NULL,
    content_hash bytea       NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);

CREATE INDEX sales_intake_received_at ON sales_intake (received_at);

-- Reversals, from the moment they arrive. One waits until its original is there.
CREATE TABLE reversal (
    event_no        bigint      PRIMARY KEY,
    original_source text        NOT NULL,
    original_id     text        NOT NULL,
    amount          numeric,
    state           text        NOT NULL CHECK (state IN ('WAITING', 'APPLIED', 'WITHOUT_EFFECT')),
    original_no     bigint,
    part            numeric,
    reason          text,
    settled_at      timestamptz
);

CREATE INDEX reversal_waiting ON reversal (original_source, original_id) WHERE state = 'WAITING';
CREATE INDEX reversal_applied ON reversal (original_no) WHERE state = 'APPLIED';

-- Credits and their compensations. no counts every row in the order of recording; credit_no is the
-- no of revision 0. teams is the way up from the participant's own team to the root at occurred_at.
CREATE SEQUENCE credit_no;

CREATE TABLE credit (
    no             bigint      PRIMARY KEY,
    credit_no      bigint      NOT NULL,
    revision       integer     NOT NULL,
    event_no       bigint      NOT NULL,
    reversal_no    bigint,
    participant_id text        NOT NULL,
    type           text        NOT NULL CHECK (type IN ('DIRECT', 'OVERLAY')),
    share          numeric     NOT NULL,
    teams          text[]      NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    UNIQUE (credit_no, revision)
);

CREATE INDEX credit_event ON credit (event_no);
CREATE INDEX credit_participant ON credit (participant_id, occurred_at);

-- Counts up with every change of goals or directory; see the catalogue package.
CREATE TABLE catalogue (
    version bigint NOT NULL
);

INSERT INTO catalogue (version) VALUES (0);

-- Goals as goals-service last told them.
CREATE TABLE goal (
    no             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    goal_id        text        NOT NULL UNIQUE,
    version        bigint      NOT NULL,
    state          text        NOT NULL,
    owner_type     text        NOT NULL CHECK (owner_type IN ('PARTICIPANT', 'TEAM')),
    owner_id       text        NOT NULL,
    metric_key     text        NOT NULL,
    period_label   text        NOT NULL,
    period_start   timestamptz NOT NULL,
    period_end     timestamptz NOT NULL,
    grace_end      timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    event_id       text        NOT NULL,
    snapshot       text        NOT NULL
);

CREATE INDEX goal_owner ON goal (owner_type, owner_id);

-- Where each goal stands: the fold of its entries. The row is the lock of the goal's ledger.
-- Entries made after the close add up apart (late_…). Credits with no <= backfill_mark were there
-- before the goal was; those up to backfilled_to are in.
CREATE TABLE goal_progress (
    goal_no          bigint      PRIMARY KEY REFERENCES goal,
    sequence         bigint      NOT NULL DEFAULT 0,
    numerator        numeric     NOT NULL DEFAULT 0,
    denominator      numeric     NOT NULL DEFAULT 0,
    late_numerator   numeric     NOT NULL DEFAULT 0,
    late_denominator numeric     NOT NULL DEFAULT 0,
    late_entries     bigint      NOT NULL DEFAULT 0,
    backfill_mark    bigint      NOT NULL,
    backfilled_to    bigint      NOT NULL,
    told_version     bigint      NOT NULL DEFAULT 0,
    told_sequence    bigint      NOT NULL DEFAULT 0,
    recorded_at      timestamptz NOT NULL,
    closed_at        timestamptz
);

CREATE INDEX goal_progress_backfilling ON goal_progress (goal_no)
    WHERE backfilled_to < backfill_mark;
CREATE INDEX goal_progress_open ON goal_progress (goal_no) WHERE closed_at IS NULL;

-- The ledger of every goal: what each credit changed. One layout for all aggregations: SUM and COUNT
-- use the numerator, AVERAGE and RATIO both, DISTINCT_COUNT and LATEST also the key or the times.
CREATE TABLE progress_entry (
    goal_no     bigint      NOT NULL,
    sequence    bigint      NOT NULL,
    credit_no   bigint      NOT NULL,
    revision    integer     NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('LIVE', 'BACKFILL', 'REVERSAL', 'TRUE_UP')),
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    numerator   numeric     NOT NULL,
    denominator numeric,
    key         text,
    PRIMARY KEY (goal_no, sequence),
    UNIQUE (credit_no, revision, goal_no)
);

-- Each goal's milestones as they now stand.
CREATE TABLE milestone (
    goal_no      bigint      NOT NULL REFERENCES goal,
    threshold    numeric     NOT NULL,
    declared     boolean     NOT NULL,
    due_at       timestamptz NOT NULL,
    cycle        integer     NOT NULL,
    bar          numeric,
    goal_version integer,
    reached_at   timestamptz,
    recorded_at  timestamptz,
    PRIMARY KEY (goal_no, threshold)
);
