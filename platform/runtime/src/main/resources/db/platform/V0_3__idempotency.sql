-- One row per Idempotency-Key in use; written in the transaction of the effect, kept for a day.
CREATE TABLE idempotency_key (
    principal    text        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    created_at   timestamptz NOT NULL,
    status       smallint,
    location     text,
    etag         text,
    body         text,
    PRIMARY KEY (principal, operation, key)
);

CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
