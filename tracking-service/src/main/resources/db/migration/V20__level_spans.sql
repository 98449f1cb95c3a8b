-- What the entries of levels come to by the hour and by the day: a window costs its spans, not its
-- entries. What came after the close is not in it. sample counts events, each of which may have
-- several credits that count. An instance that does not write it must not go on booking.
CREATE TABLE level_span (
    goal_no     bigint      NOT NULL REFERENCES goal,
    hours       integer     NOT NULL,
    begins      timestamptz NOT NULL,
    numerator   numeric     NOT NULL,
    denominator numeric     NOT NULL,
    sample      bigint      NOT NULL,
    PRIMARY KEY (goal_no, hours, begins)
);

INSERT INTO level_span (goal_no, hours, begins, numerator, denominator, sample)
SELECT goal_no, hours, date_trunc(unit, occurred_at, 'UTC'), sum(numerator), sum(denominator),
       count(*) FILTER (WHERE sample > 0)
FROM (SELECT e.goal_no, e.occurred_at, c.event_no, sum(e.numerator) AS numerator,
             sum(e.denominator) AS denominator, sum(e.sample) AS sample
      FROM progress_entry e JOIN credit c ON c.no = e.credit_no
      WHERE e.sample IS NOT NULL AND e.kind <> 'TRUE_UP'
      GROUP BY e.goal_no, e.occurred_at, c.event_no) AS events
CROSS JOIN (VALUES (1, 'hour'), (24, 'day')) AS span (hours, unit)
GROUP BY 1, 2, 3;
