-- What the entries of levels come to, hour by hour: a window costs its hours, not its entries. What
-- came after the close is not in it. sample counts events, of which several credits may count.
CREATE TABLE level_hour (
    goal_no     bigint      NOT NULL REFERENCES goal,
    hour        timestamptz NOT NULL,
    numerator   numeric     NOT NULL,
    denominator numeric     NOT NULL,
    sample      bigint      NOT NULL,
    PRIMARY KEY (goal_no, hour)
);

INSERT INTO level_hour (goal_no, hour, numerator, denominator, sample)
SELECT goal_no, date_trunc('hour', occurred_at, 'UTC'), sum(numerator), sum(denominator),
       count(*) FILTER (WHERE sample > 0)
FROM (SELECT e.goal_no, e.occurred_at, c.event_no, sum(e.numerator) AS numerator,
             sum(e.denominator) AS denominator, sum(e.sample) AS sample
      FROM progress_entry e JOIN credit c ON c.no = e.credit_no
      WHERE e.sample IS NOT NULL AND e.kind <> 'TRUE_UP'
      GROUP BY e.goal_no, e.occurred_at, c.event_no) AS events
GROUP BY 1, 2;
