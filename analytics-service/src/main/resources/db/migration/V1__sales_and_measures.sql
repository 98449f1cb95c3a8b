-- Sales events as they came. The id tells their order of arrival: a newly defined metric is measured
-- over the past along it.
CREATE TABLE sale (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source   text  NOT NULL,
    event_id text  NOT NULL,
    type     text  NOT NULL,
    data     jsonb NOT NULL,
    UNIQUE (source, event_id)
);

-- Metrics with all their versions. The newest version is measured over the sales of the past, up to
-- the one that was the last when the version came (measure_to), and has got as far as measured_to.
CREATE TABLE metric (
    key         text    PRIMARY KEY,
    version     integer NOT NULL,
    data        jsonb   NOT NULL,
    measured_to bigint  NOT NULL,
    measure_to  bigint  NOT NULL
);

-- What a sale contributes to a metric. A sale that does not qualify has no row.
CREATE TABLE measure (
    metric_key     text    NOT NULL,
    metric_version integer NOT NULL,
    source         text    NOT NULL,
    event_id       text    NOT NULL,
    numerator      numeric NOT NULL,
    denominator    numeric NOT NULL,
    distinct_key   text,
    PRIMARY KEY (metric_key, metric_version, source, event_id)
);

-- Who is credited with which share of a sale. A compensation is a row of its own with a negative
-- share, so the sum over the revisions of a credit is what is left of it.
CREATE TABLE credit (
    credit_id      text        NOT NULL,
    revision       integer     NOT NULL,
    source         text        NOT NULL,
    event_id       text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    participant_id text        NOT NULL,
    credit_type    text        NOT NULL,
    share          numeric     NOT NULL,
    teams          text[]      NOT NULL,
    PRIMARY KEY (credit_id, revision)
);

CREATE INDEX credit_sale ON credit (source, event_id);
CREATE INDEX credit_participant ON credit (participant_id, occurred_at);
CREATE INDEX credit_occurred_at ON credit (occurred_at);
CREATE INDEX credit_teams ON credit USING gin (teams);
