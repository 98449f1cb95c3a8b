-- Events to publish, written in the transaction that makes them true. The relay sends them in the
-- order of id and deletes what the broker has acknowledged.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    record_key  bytea,
    headers     text        NOT NULL,
    payload     bytea,
    recorded_at timestamptz NOT NULL
);

-- Records that could not be used, as they came, with the reason. The row is the truth; the record on
-- the dead-letter topic is a copy of it.
CREATE TABLE quarantine (
    id               uuid        PRIMARY KEY,
    topic            text        NOT NULL,
    partition        integer     NOT NULL,
    record_offset    bigint      NOT NULL,
    record_timestamp bigint      NOT NULL,
    record_key       bytea,
    headers          text        NOT NULL,
    payload          bytea,
    source           text,
    event_id         text,
    event_type       text,
    reason           text        NOT NULL,
    detail           text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    replayed_at      timestamptz,
    replayed_by      text,
    -- A record that is delivered again is quarantined once.
    UNIQUE (topic, partition, record_offset, record_timestamp)
);

CREATE INDEX quarantine_open ON quarantine (recorded_at, id) WHERE replayed_at IS NULL;
