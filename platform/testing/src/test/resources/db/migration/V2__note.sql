-- What the sample resource keeps.
CREATE TABLE note (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title   text    NOT NULL,
    weight  numeric NOT NULL,
    version bigint  NOT NULL DEFAULT 1
);
