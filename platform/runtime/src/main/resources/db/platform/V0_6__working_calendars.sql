-- On which days each team works otherwise than Monday to Friday, as the directory topic tells it.
CREATE TABLE directory_working_calendar (
    team_id text   PRIMARY KEY,
    version bigint NOT NULL,
    data    jsonb  NOT NULL
);
