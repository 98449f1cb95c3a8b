-- The course of a goal is, at each instant, the sum of what occurred up to then: when the last of
-- its entries occurred (null while there is none), and a height that it never rose above. The
-- height is null of goals from before this was kept, whose entries are read instead.
ALTER TABLE goal_progress
    ADD COLUMN course_end timestamptz,
    ADD COLUMN course_peak numeric;
