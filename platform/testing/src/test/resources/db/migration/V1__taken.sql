-- What the test's handler has taken in.
CREATE TABLE taken (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL,
    amount   numeric(6, 2) NOT NULL
);
