-- A change that somebody suggests who does not keep the entry.
CREATE TABLE entry_revision (
    id         uuid PRIMARY KEY,
    entry      uuid NOT NULL REFERENCES entry,
    made_by    uuid NOT NULL,
    made_at    timestamptz NOT NULL,
    note       text,
    -- what stood in the entry then, and what should stand there
    base       jsonb NOT NULL,
    content    jsonb NOT NULL,
    state      text NOT NULL CHECK (state IN ('WAITING', 'TAKEN', 'REFUSED')),
    reason     text,
    decided_by uuid,
    decided_at timestamptz,
    version    bigint NOT NULL,
    CHECK ((state = 'WAITING') = (decided_at IS NULL))
);
CREATE INDEX entry_revision_waiting ON entry_revision (id) WHERE state = 'WAITING';
CREATE INDEX entry_revision_by_entry ON entry_revision (entry, id);

-- What changed, field by field. May name people, so it can be erased, unlike the audit trail.
CREATE TABLE entry_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry  uuid NOT NULL REFERENCES entry,
    field  text NOT NULL,
    before text NOT NULL,
    after  text NOT NULL,
    by     uuid,
    at     timestamptz NOT NULL
);
CREATE INDEX entry_change_by_entry ON entry_change (entry, number DESC);
