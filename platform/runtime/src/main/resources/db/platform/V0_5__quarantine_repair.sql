-- What was sent in place of a record that was set aside. The record itself stays as it came; who
-- sent it and when stand in replayed_by and replayed_at.
ALTER TABLE quarantine
    ADD COLUMN repaired_source   text,
    ADD COLUMN repaired_event_id text,
    ADD COLUMN repaired_type     text,
    ADD COLUMN repaired_payload  bytea,
    ADD COLUMN repaired_fields   text[];

-- What became of one event; what was set aside in some days.
CREATE INDEX quarantine_event ON quarantine (source, event_id);
CREATE INDEX quarantine_repaired_event ON quarantine (repaired_source, repaired_event_id)
    WHERE repaired_event_id IS NOT NULL;
CREATE INDEX quarantine_recorded_at ON quarantine (recorded_at, id);
