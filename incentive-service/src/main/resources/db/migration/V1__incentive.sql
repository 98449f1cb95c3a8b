-- Plans: what is promised. Versions are kept whole; an active one never changes.
CREATE TABLE incentive_plan (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  currency   text NOT NULL,
  version    bigint NOT NULL,
  versions   jsonb NOT NULL
);

-- What was told about goals. The row is the lock under which everything a goal pays is decided.
CREATE TABLE goal_standing (
  goal_id    text PRIMARY KEY,
  starts_on  date,
  standing   jsonb
);
CREATE INDEX goal_standing_by_start ON goal_standing (starts_on);

-- What was told about credits and what each changed in which goal.
CREATE TABLE sale_credit (
  credit_id          text NOT NULL,
  revision           integer NOT NULL,
  sale_source        text NOT NULL,
  sale_id            text NOT NULL,
  sale_type          text NOT NULL,
  occurred_at        timestamptz NOT NULL,
  recorded_at        timestamptz NOT NULL,
  participant_id     text NOT NULL,
  credit_type        text NOT NULL,
  share              numeric NOT NULL,
  amount             numeric,
  currency           text,
  reversed_by_source text,
  reversed_by_id     text,
  PRIMARY KEY (credit_id, revision)
);

CREATE TABLE contribution (
  goal_id        text NOT NULL,
  sequence       bigint NOT NULL,
  credit_id      text NOT NULL,
  revision       integer NOT NULL,
  metric_version integer NOT NULL,
  delta          numeric NOT NULL,
  PRIMARY KEY (goal_id, sequence),
  FOREIGN KEY (credit_id, revision) REFERENCES sale_credit
);

-- Rewards as they stand now; how they came to it is in the ledger.
CREATE TABLE reward (
  id             uuid PRIMARY KEY,
  version        bigint NOT NULL,
  in_force       boolean NOT NULL,
  recipient_type text NOT NULL,
  recipient_id   text NOT NULL,
  plan_id        uuid NOT NULL REFERENCES incentive_plan,
  plan_version   integer NOT NULL,
  component_id   text NOT NULL,
  kind           text NOT NULL,
  reward_type    text NOT NULL,
  amount         numeric,
  currency       text,
  description    text,
  goal_id        text NOT NULL REFERENCES goal_standing,
  milestone_id   text,
  threshold      numeric,
  period         text NOT NULL,
  earned_at      timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL,
  reason         text,
  -- Exactly one reward per component, milestone (or goal) and recipient.
  UNIQUE NULLS NOT DISTINCT (goal_id, plan_id, component_id, milestone_id, recipient_type, recipient_id)
);
CREATE INDEX reward_by_recipient ON reward (recipient_id, period, id);
CREATE INDEX reward_by_period ON reward (period, id);

CREATE TABLE ledger_entry (
  id             uuid PRIMARY KEY,
  reward_id      uuid NOT NULL REFERENCES reward,
  reward_version bigint NOT NULL,
  recipient_type text NOT NULL,
  recipient_id   text NOT NULL,
  plan_id        uuid NOT NULL,
  plan_version   integer NOT NULL,
  component_id   text NOT NULL,
  goal_id        text NOT NULL,
  milestone_id   text,
  period         text NOT NULL,
  kind           text NOT NULL,
  amount         numeric,
  currency       text,
  earned_at      timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL,
  correlation_id text NOT NULL,
  causation_id   text,
  calculation    jsonb NOT NULL,
  UNIQUE (reward_id, reward_version),
  CHECK ((amount IS NULL) = (currency IS NULL))
);
CREATE INDEX ledger_entry_by_recipient ON ledger_entry (recipient_id, period, id);
CREATE INDEX ledger_entry_by_period ON ledger_entry (period, id);

-- What is booked stays booked: the service can add lines, and nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM "${appRole}";

-- Rights may also come from the table's owner, from another role or from everybody.
DO $$
BEGIN
  IF has_table_privilege('${appRole}', 'ledger_entry', 'UPDATE')
    OR has_table_privilege('${appRole}', 'ledger_entry', 'DELETE')
    OR has_table_privilege('${appRole}', 'ledger_entry', 'TRUNCATE')
    OR pg_has_role('${appRole}',
         (SELECT relowner FROM pg_class WHERE oid = 'ledger_entry'::regclass), 'MEMBER') THEN
    RAISE EXCEPTION 'the login % can change the ledger: migrate with another login than the service''s',
      '${appRole}';
  END IF;
END
$$;

-- Goals that are to be settled because a plan changed.
CREATE TABLE settlement_request (
  goal_id        text PRIMARY KEY,
  correlation_id text NOT NULL,
  causation_id   text,
  trace_parent   text
);
