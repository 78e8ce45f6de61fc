-- For how many seconds a thread was read, counted until that is enough to follow it, and when they were counted last.
ALTER TABLE reading ADD COLUMN seconds int NOT NULL DEFAULT 0;
ALTER TABLE reading ADD COLUMN counted_at timestamptz;
