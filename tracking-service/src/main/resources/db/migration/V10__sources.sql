-- When a sales event came to the broker. It decides whether the event is late; recorded_at is when
-- this service learned it.
ALTER TABLE sales_event ADD COLUMN arrived_at timestamptz;

UPDATE sales_event SET arrived_at = recorded_at;

ALTER TABLE sales_event ALTER COLUMN arrived_at SET NOT NULL;

-- What each source has sent, duplicates and invalid events included. latest_occurred_at is of valid
-- ones. Written once per batch, as the last statement of its transaction.
CREATE TABLE sales_source (
    source             text        PRIMARY KEY,
    received           bigint      NOT NULL,
    first_received_at  timestamptz NOT NULL,
    last_received_at   timestamptz NOT NULL,
    latest_occurred_at timestamptz
);

INSERT INTO sales_source
SELECT source, count(*), min(recorded_at), max(recorded_at), max(occurred_at)
FROM sales_event GROUP BY source;

-- What a source says of itself: everything that occurred before watermark has been sent.
-- complete_until follows it once what had arrived when it was declared is taken in.
CREATE TABLE source_watermark (
    source         text        PRIMARY KEY,
    watermark      timestamptz NOT NULL,
    declared_at    timestamptz NOT NULL,
    declared_by    text        NOT NULL,
    complete_until timestamptz
);

-- The sources whose events made an entry of a goal.
CREATE TABLE goal_source (
    goal_no bigint NOT NULL REFERENCES goal,
    source  text   NOT NULL,
    PRIMARY KEY (goal_no, source)
);

INSERT INTO goal_source
SELECT DISTINCT e.goal_no, s.source
FROM progress_entry e
JOIN credit c ON c.credit_no = e.credit_no AND c.revision = e.revision
JOIN sales_event s ON s.no = coalesce(c.reversal_no, c.event_no);
