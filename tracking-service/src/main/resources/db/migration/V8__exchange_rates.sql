-- Exchange rates as they were imported: one unit of from_currency is rate units of to_currency. The
-- highest version of a key is used from then on; the others stay readable.
CREATE TABLE exchange_rate (
    no            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('PLAN', 'MONTH_AVERAGE', 'DAY')),
    from_currency text        NOT NULL,
    to_currency   text        NOT NULL,
    period        text        NOT NULL,
    version       integer     NOT NULL,
    rate          numeric     NOT NULL CHECK (rate > 0),
    imported_at   timestamptz NOT NULL,
    imported_by   text        NOT NULL,
    UNIQUE (kind, from_currency, to_currency, period, version)
);

-- The rate that the amount of a sale was counted by in another currency: the same for all credits of
-- the sale, whatever they are revised by later. inverse: the rate converts the other way, so the
-- amount is divided by it.
CREATE TABLE sale_rate (
    event_no bigint  NOT NULL,
    currency text    NOT NULL,
    kind     text    NOT NULL,
    rate_no  bigint  NOT NULL REFERENCES exchange_rate,
    rate     numeric NOT NULL,
    inverse  boolean NOT NULL,
    PRIMARY KEY (event_no, currency, kind)
);
