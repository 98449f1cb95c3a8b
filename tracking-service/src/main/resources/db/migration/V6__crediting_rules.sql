-- Crediting rules, each as it is told with all its versions.
CREATE TABLE credit_rule (
    key        text PRIMARY KEY,
    definition text NOT NULL
);

-- What led to a row of the credits where that is not the sale alone: the rule that made a credit,
-- and the change after which a credit was voided or made anew. whole is the share that a credit
-- would have begun with, had reversals not taken back a part of the sale before it was made.
-- A revision of a credit above 0 without reversal_no voids it.
CREATE TABLE credit_origin (
    credit_no       bigint  NOT NULL,
    revision        integer NOT NULL,
    rule_key        text,
    rule_version    integer,
    whole           numeric,
    re_crediting_no bigint,
    PRIMARY KEY (credit_no, revision)
);

-- Changes of rules or hierarchy whose sales are credited anew: credits with no <= mark of sales in
-- [valid_from, valid_to] (null: unbounded), of these participants (null: everybody); those up to
-- done have been looked at.
CREATE TABLE re_crediting (
    no             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reason         text        NOT NULL CHECK (reason IN ('RULE_CHANGED', 'MEMBERSHIP_CHANGED')),
    participants   text[],
    valid_from     timestamptz,
    valid_to       timestamptz,
    mark           bigint      NOT NULL,
    done           bigint      NOT NULL DEFAULT 0,
    correlation_id text        NOT NULL,
    recorded_at    timestamptz NOT NULL
);

CREATE INDEX re_crediting_open ON re_crediting (no) WHERE done < mark;
