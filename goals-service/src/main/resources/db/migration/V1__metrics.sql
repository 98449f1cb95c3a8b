-- Metrics, each as it is published: with all its versions, the newest last.
CREATE TABLE metric (
    metric_key text    PRIMARY KEY,
    version    integer NOT NULL,
    definition jsonb   NOT NULL
);
