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
            SELECT md5(source || ' ' || event_id)::uuid AS identity, source, event_id,
                   participant_id, amount, occurred_at, content
            FROM staged_sale WHERE no > done AND no <= done + batch),
        fresh AS (
            INSERT INTO floor.sales_event
              (identity, source, event_id, occurred_at, recorded_at, content)
            SELECT identity, source, event_id, occurred_at, now, content FROM arrived
            ON CONFLICT (identity) DO NOTHING
            RETURNING no, identity),
        credited AS (
            INSERT INTO floor.credit
              (event_no, participant_id, share, value, occurred_at, recorded_at)
            SELECT fresh.no, participant_id, 1, amount, occurred_at, now
            FROM fresh JOIN arrived USING (identity)
            RETURNING no, event_no, participant_id, value, occurred_at),
        booked AS (
            INSERT INTO floor.progress_entry (credit_no, goal_no, value, occurred_at, recorded_at)
            SELECT c.no, g.goal_no, c.value, c.occurred_at, now
            FROM credited c JOIN floor.participant p ON p.id = c.participant_id
            CROSS JOIN LATERAL (VALUES (p.goal_no), (p.team_goal), (p.region_goal)) AS g (goal_no)
            RETURNING credit_no, goal_no, value, occurred_at),
        moved AS (
            UPDATE floor.goal_progress p
            SET sequence = p.sequence + b.lines, version = p.version + 1,
                actual = p.actual + b.value, recorded_at = now
            FROM (SELECT goal_no, count(*) AS lines, sum(value) AS value,
                         max(occurred_at) AS occurred_at
                  FROM booked GROUP BY goal_no) AS b
            WHERE p.goal_no = b.goal_no
            RETURNING p.goal_no, p.goal_id, p.sequence, p.version, p.actual, p.target,
                      b.occurred_at),
        reached AS (
            UPDATE floor.milestone m SET reached_at = moved.occurred_at, recorded_at = now
            FROM moved
            WHERE m.goal_no = moved.goal_no AND m.reached_at IS NULL AND m.bar <= moved.actual
            RETURNING moved.goal_id, moved.actual, m.threshold, m.reached_at),
        told AS (
            SELECT 'credits' AS topic, c.participant_id AS record_key,
                   json_build_object('creditId', c.no, 'eventNo', c.event_no,
                                     'participantId', c.participant_id, 'value', c.value,
                                     'occurredAt', c.occurred_at, 'recordedAt', now,
                                     'contributions', b.contributions)::text AS payload
            FROM credited c
            JOIN (SELECT credit_no,
                         json_agg(json_build_object('goal', goal_no, 'delta', value))
                           AS contributions
                  FROM booked GROUP BY credit_no) AS b ON b.credit_no = c.no
            UNION ALL
            SELECT 'progress', goal_id,
                   json_build_object('goalId', goal_id, 'version', version, 'sequence', sequence,
                                     'actual', actual, 'target', target,
                                     'attainment', round(actual / target, 10),
                                     'recordedAt', now)::text
            FROM moved
            UNION ALL
            SELECT 'milestones', goal_id,
                   json_build_object('goalId', goal_id, 'threshold', threshold, 'actual', actual,
                                     'reachedAt', reached_at, 'recordedAt', now)::text
            FROM reached)
        INSERT INTO floor.outbox (topic, record_key, payload, recorded_at)
        SELECT topic, record_key, payload, now FROM told;
        COMMIT;
        done := done + batch;
    END LOOP;
END
$$;
