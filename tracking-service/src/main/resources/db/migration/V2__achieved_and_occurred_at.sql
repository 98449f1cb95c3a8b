-- Whether GoalAchieved was told and still stands; a milestone at attainment 1 can be told later.
ALTER TABLE milestone ADD COLUMN achieved boolean NOT NULL DEFAULT false;

UPDATE milestone SET achieved = true WHERE threshold = 1 AND reached_at IS NOT NULL;

-- The back-fill of a team's goal looks for the credits of a period.
CREATE INDEX credit_occurred_at ON credit (occurred_at);
