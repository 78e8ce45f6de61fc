-- Where a task is due on a day, whose calendar says so; due_at is then the end of that day.
ALTER TABLE task ADD COLUMN due_zone text CHECK (due_zone IS NULL OR due_at IS NOT NULL);
