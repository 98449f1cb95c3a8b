-- Takes the staged sales in, a transaction per batch, each table written by one part of a statement.
CREATE PROCEDURE floor.ingest(batch integer) LANGUAGE plpgsql AS $$
DECLARE
    done bigint := 0;
    last bigint := (SELECT max(no) FROM staged_sale);
    now  timestamptz;
BEGIN
    WHILE done < last LOOP
        now := clock_timestamp();
        WITH arrived AS MATERIALIZED (
            SELECT source, event_id, content_hash, type, participant_id, amount, occurred_at, content
            FROM staged_sale WHERE no > done AND no <= done + batch),
        fresh AS (
            INSERT INTO sales_event
              (source, event_id, content_hash, type, occurred_at, arrived_at, recorded_at,
               correlation_id, content)
            SELECT source, event_id, content_hash, type, occurred_at, now, now, event_id, content
            FROM arrived
            ON CONFLICT (source, event_id) DO NOTHING
            RETURNING no, source, event_id),
        sold AS MATERIALIZED (
            SELECT nextval('credit_no') AS credit_no, fresh.no AS event_no, participant_id, amount,
                   occurred_at
            FROM fresh JOIN arrived USING (source, event_id)),
        credited AS (
            INSERT INTO credit
              (no, credit_no, revision, event_no, participant_id, type, share, teams, occurred_at,
               recorded_at)
            SELECT credit_no, credit_no, 0, event_no, participant_id, 'DIRECT', 1, s.teams,
                   occurred_at, now
            FROM sold JOIN floor.seller s ON s.id = participant_id
            RETURNING credit_no, event_no, participant_id, occurred_at),
        lines AS MATERIALIZED (
            SELECT g.goal_no, credit_no, amount AS value, occurred_at,
                   row_number() OVER (PARTITION BY g.goal_no ORDER BY credit_no) AS line
            FROM sold JOIN floor.seller s ON s.id = participant_id
            CROSS JOIN LATERAL (VALUES (s.goal_no), (s.team_goal), (s.region_goal)) AS g (goal_no)),
        booked AS (
            INSERT INTO progress_entry
              (goal_no, sequence, credit_no, revision, kind, occurred_at, recorded_at, numerator)
            SELECT l.goal_no, p.sequence + l.line, l.credit_no, 0, 'LIVE', l.occurred_at, now,
                   l.value
            FROM lines l JOIN goal_progress p USING (goal_no)
            RETURNING credit_no, goal_no, sequence, numerator),
        moved AS (
            UPDATE goal_progress p
            SET sequence = p.sequence + b.lines, numerator = p.numerator + b.value,
                told_version = p.told_version + 1, told_from = p.sequence + 1,
                told_sequence = p.sequence + b.lines, recorded_at = now,
                course_until = b.occurred_at, course_height = p.numerator + b.value,
                course_peak = p.numerator + b.value, course_sequence = p.sequence + b.lines
            FROM (SELECT goal_no, count(*) AS lines, sum(value) AS value,
                         max(occurred_at) AS occurred_at
                  FROM lines GROUP BY goal_no) AS b
            WHERE p.goal_no = b.goal_no
            RETURNING p.goal_no, p.sequence, p.told_version, p.numerator AS actual,
                      b.occurred_at),
        standing AS MATERIALIZED (
            SELECT * FROM moved JOIN floor.followed USING (goal_no)),
        reached AS (
            UPDATE milestone m
            SET bar = m.threshold * s.target, goal_version = 1, reached_at = s.occurred_at,
                recorded_at = now
            FROM standing s
            WHERE m.goal_no = s.goal_no AND m.reached_at IS NULL
              AND m.threshold * s.target <= s.actual
            RETURNING m.*, s.goal_id, s.actual),
        kept AS (
            INSERT INTO milestone_history
              (goal_no, known_at, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
               recorded_at, achieved, decided)
            SELECT goal_no, now, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
                   recorded_at, achieved, decided
            FROM reached),
        told AS (
            SELECT 'credits' AS topic, c.participant_id AS record_key,
                   json_build_object('creditId', c.credit_no, 'eventNo', c.event_no,
                                     'participantId', c.participant_id,
                                     'occurredAt', c.occurred_at, 'recordedAt', now,
                                     'contributions', b.contributions)::text AS payload
            FROM credited c
            JOIN (SELECT credit_no,
                         json_agg(json_build_object('goal', goal_no, 'sequence', sequence,
                                                    'delta', numerator))
                           AS contributions
                  FROM booked GROUP BY credit_no) AS b USING (credit_no)
            UNION ALL
            SELECT 'progress', goal_id,
                   json_build_object('goalId', goal_id, 'version', told_version,
                                     'sequence', sequence, 'actual', actual, 'target', target,
                                     'attainment', round(actual / target, 10),
                                     'recordedAt', now)::text
            FROM standing
            UNION ALL
            SELECT 'milestones', goal_id,
                   json_build_object('goalId', goal_id, 'threshold', threshold, 'actual', actual,
                                     'reachedAt', reached_at, 'recordedAt', now)::text
            FROM reached)
        INSERT INTO outbox (topic, record_key, headers, payload, recorded_at)
        SELECT topic, convert_to(record_key, 'UTF8'), '{}', convert_to(payload, 'UTF8'), now
        FROM told;
        COMMIT;
        done := done + batch;
    END LOOP;
END
$$;
