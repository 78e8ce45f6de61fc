-- The edition of which a letter told last, null for none: the next letter counts only what came after.
ALTER TABLE notice ADD COLUMN written bigint;
