-- Names stand in paragraphs of their own, and what the house says apart from what people have typed.
ALTER TABLE minutes_paragraph DROP CONSTRAINT minutes_paragraph_kind_check;
ALTER TABLE minutes_paragraph ADD CONSTRAINT minutes_paragraph_kind_check
    CHECK (kind IN ('OPENING', 'PRESENT', 'NAMES', 'ITEM', 'SPOKE', 'VOTE', 'RESULT', 'OUTCOME', 'WHO', 'SETTLED', 'REASON',
                    'CLOSING'));
-- the vote or the outcome that it tells of
ALTER TABLE minutes_paragraph ADD COLUMN source uuid;
-- by hand: it stays as it is where the session goes on and minutes are put together again
ALTER TABLE minutes_paragraph ADD COLUMN worded boolean NOT NULL DEFAULT false;
UPDATE minutes_paragraph SET worded = version > 0;
ALTER TABLE minutes_paragraph ALTER COLUMN worded DROP DEFAULT;

-- the version of the paragraph from which it began
ALTER TABLE minutes_suggestion ADD COLUMN version bigint;
UPDATE minutes_suggestion g SET version = p.version FROM minutes_paragraph p WHERE p.id = g.paragraph;
ALTER TABLE minutes_suggestion ALTER COLUMN version SET NOT NULL;
