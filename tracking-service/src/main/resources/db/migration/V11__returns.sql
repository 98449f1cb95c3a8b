-- Returns that name the event which they are a return of; original_no is null while that has not
-- arrived.
CREATE TABLE sale_return (
    event_no        bigint PRIMARY KEY,
    original_source text   NOT NULL,
    original_id     text   NOT NULL,
    original_no     bigint
);

CREATE INDEX sale_return_waiting ON sale_return (original_source, original_id)
    WHERE original_no IS NULL;

-- Where credits of such returns stand with metrics that count returns in the original's period: the
-- original, when it occurred, and the teams of that time. Credits without a row wait for theirs.
CREATE TABLE credit_original (
    credit_no   bigint      PRIMARY KEY,
    original_no bigint      NOT NULL,
    occurred_at timestamptz NOT NULL,
    teams       text[]      NOT NULL
);

CREATE INDEX credit_original_occurred_at ON credit_original (occurred_at);

-- Returns whose original came after them are credited anew, sale by sale.
ALTER TABLE re_crediting
    ADD COLUMN sale_nos text[],
    DROP CONSTRAINT re_crediting_reason_check,
    ADD CONSTRAINT re_crediting_reason_check
        CHECK (reason IN ('RULE_CHANGED', 'MEMBERSHIP_CHANGED', 'ORIGINAL_KNOWN'));
