-- What the test's handlers have taken in. An index has no room for a long reason.
CREATE TABLE taken (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL,
    amount   numeric(6, 2) NOT NULL,
    reason   text
);

CREATE INDEX taken_reason ON taken (reason);
