-- Whether somebody follows it because they have read it for a while, and has not said yet whether they want that.
ALTER TABLE following ADD COLUMN by_reading boolean NOT NULL DEFAULT false;
-- Whether they follow what they have read for a while.
ALTER TABLE notice_wish ADD COLUMN by_reading boolean NOT NULL DEFAULT true;
