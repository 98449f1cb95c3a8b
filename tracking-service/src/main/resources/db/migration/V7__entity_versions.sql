-- Records that their source sends again whenever they change, and the event that is the version in
-- force of each. The row is the lock of the entity.
CREATE TABLE sales_entity (
    source     text   NOT NULL,
    entity_key text   NOT NULL,
    version    bigint NOT NULL,
    event_no   bigint NOT NULL,
    PRIMARY KEY (source, entity_key)
);

-- Events that do not count, since another version of their entity is in force: by_no is the event
-- that was in force when that was decided. was_in_force: the event counted until then, and by_no
-- took its credits back; the others never counted.
CREATE TABLE superseded_event (
    event_no     bigint  PRIMARY KEY,
    by_no        bigint  NOT NULL,
    was_in_force boolean NOT NULL
);

CREATE UNIQUE INDEX superseded_event_by ON superseded_event (by_no) WHERE was_in_force;
