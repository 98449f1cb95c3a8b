-- The integration that declares for a source: the first that did. declared_by is who did it last,
-- which may be sales-ops.
ALTER TABLE source_watermark ADD COLUMN owner text;

UPDATE source_watermark SET owner = declared_by;
