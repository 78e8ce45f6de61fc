-- A notice knows whether it still waits for a letter. What was told before had its letter at once.

-- Where it happened, the nearest place first: letters about one place are one letter.
ALTER TABLE notice ADD COLUMN places uuid[] NOT NULL DEFAULT '{}';
-- Rises where the same thing is news again.
ALTER TABLE notice ADD COLUMN edition bigint NOT NULL DEFAULT 0;
-- With which letter it goes out, null for none.
ALTER TABLE notice ADD COLUMN rhythm text CHECK (rhythm IN ('NOW', 'DAILY', 'WEEKLY'));
ALTER TABLE notice ADD COLUMN waits_since timestamptz;
ALTER TABLE notice ADD COLUMN due_at timestamptz;

ALTER TABLE telling ADD COLUMN places uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE telling ADD COLUMN edition bigint NOT NULL DEFAULT 0;

CREATE INDEX notice_letter ON notice (person, due_at) WHERE rhythm = 'NOW';
CREATE INDEX notice_digest ON notice (person, told_at) WHERE rhythm IN ('DAILY', 'WEEKLY');
