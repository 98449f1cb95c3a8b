-- On which days of its period a goal's owner works otherwise than Monday to Friday, as the working
-- calendars stood when that was last looked up; and whether they had nothing to say of some year.
ALTER TABLE goal
    ADD COLUMN exceptional_days date[]  NOT NULL DEFAULT '{}',
    ADD COLUMN days_assumed     boolean NOT NULL DEFAULT true;
