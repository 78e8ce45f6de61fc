-- What a suggestion will tell whoever decides on it is typed as well.
ALTER TABLE entry_draft ADD COLUMN note text NOT NULL DEFAULT '';

-- What is typed into the form for a new entry is kept under the id that the entry will have; until then there is nothing that it began from.
ALTER TABLE entry_draft
    DROP CONSTRAINT entry_draft_entry_fkey,
    ADD COLUMN kind text,
    ALTER COLUMN version DROP NOT NULL,
    ALTER COLUMN base DROP NOT NULL,
    ADD CHECK ((kind IS NULL) = (version IS NOT NULL AND base IS NOT NULL));

COMMENT ON COLUMN entry_draft.kind IS 'of an entry that is not there yet; null for one that is';
