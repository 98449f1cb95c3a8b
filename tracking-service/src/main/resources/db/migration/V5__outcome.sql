-- Sales events that came again: over the topic, or to the door, where a conflict is told to the
-- sender and leaves nothing else. One row per event and batch, only ever appended, so that nobody
-- waits for it. (Conflicts from the topic are in quarantine.)
CREATE TABLE sales_event_repetition (
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('DUPLICATE', 'CONFLICT')),
    times       integer     NOT NULL
);

CREATE INDEX sales_event_repetition_event ON sales_event_repetition (source, event_id);

-- Days are found by when things were recorded. Both tables grow in that order, so a summary of each
-- range of pages does, and costs an insert nearly nothing.
CREATE INDEX sales_event_repetition_received_at ON sales_event_repetition USING brin (received_at)
    WITH (autosummarize = on);
CREATE INDEX sales_event_recorded_at ON sales_event USING brin (recorded_at)
    WITH (autosummarize = on);
