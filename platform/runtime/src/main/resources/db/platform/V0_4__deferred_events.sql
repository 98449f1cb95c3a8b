-- A row may name events instead of holding a record: whoever wrote it has them in memory, and the
-- service can make them again from its own tables.
ALTER TABLE outbox
    ADD COLUMN reference text,
    ALTER COLUMN topic DROP NOT NULL,
    ALTER COLUMN headers DROP NOT NULL,
    ADD CHECK (num_nulls(topic, headers) = CASE WHEN reference IS NULL THEN 0 ELSE 2 END);
