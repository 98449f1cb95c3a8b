-- The service's own tables, as its migrations made them and with the goals that it was told, before
-- the first sale.
UPDATE goal_progress
SET sequence = 0, numerator = 0, told_version = 0, told_from = 0, told_sequence = 0,
    course_until = NULL, course_height = 0, course_peak = 0, course_sequence = 0;

UPDATE milestone SET bar = NULL, goal_version = NULL, reached_at = NULL, recorded_at = NULL;

CREATE TABLE floor.followed (goal_no, goal_id, target) AS
SELECT no, goal_id, target FROM goal JOIN floor.goal USING (goal_id);

CREATE TABLE floor.seller (id, teams, goal_no, team_goal, region_goal) AS
SELECT p.id, p.teams, own.no, team.no, region.no
FROM floor.participant p
JOIN goal own ON own.goal_id = p.goal
JOIN goal team ON team.goal_id = p.team_goal
JOIN goal region ON region.goal_id = p.region_goal;

CREATE VIEW floor.position AS
SELECT goal_id, sequence, numerator AS actual
FROM goal_progress JOIN floor.followed USING (goal_no);
