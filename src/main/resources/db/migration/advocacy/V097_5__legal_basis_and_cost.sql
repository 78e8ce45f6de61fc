-- On what it rests in law, and how much it would cost about: both may be missing.
ALTER TABLE recommendation
    ADD COLUMN legal jsonb,
    ADD COLUMN cost text CHECK (cost IN ('NONE', 'SMALL', 'MEDIUM', 'LARGE'));
