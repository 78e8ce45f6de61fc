-- A relation that only one of its ends has stated is a proposal: the entry whose keepers have yet to agree, null once they have.
ALTER TABLE entry_relation ADD COLUMN asks uuid REFERENCES entry CHECK (asks IN (from_entry, to_entry));

-- What somebody has typed into an entry's form and not saved yet; theirs alone.
CREATE TABLE entry_draft (
    person  uuid NOT NULL,
    entry   uuid NOT NULL REFERENCES entry,
    -- what they began from
    version bigint NOT NULL,
    base    text NOT NULL,
    -- nothing of it has been checked
    content text NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (person, entry)
);
CREATE INDEX entry_draft_by_entry ON entry_draft (entry);
