-- Who sells and where they stand, as the directory topic tells it. Validity is half-open,
-- [valid_from, valid_to); the infinities stand for "since ever" and "until further notice".
CREATE TABLE directory_participant (
    id      text    PRIMARY KEY,
    version bigint  NOT NULL,
    name    text    NOT NULL,
    active  boolean NOT NULL,
    data    jsonb   NOT NULL
);

CREATE TABLE directory_team (
    id      text   PRIMARY KEY,
    version bigint NOT NULL,
    name    text   NOT NULL,
    data    jsonb  NOT NULL
);

CREATE TABLE directory_calendar (
    id      text   PRIMARY KEY,
    version bigint NOT NULL,
    data    jsonb  NOT NULL
);

-- What a team is tied to: the team above it, its managers, its members.
CREATE TABLE directory_tie (
    team_id    text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('PARENT', 'MANAGER', 'MEMBER')),
    other_id   text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL,
    PRIMARY KEY (team_id, kind, other_id, valid_from)
);

CREATE INDEX directory_tie_other ON directory_tie (other_id, kind);
