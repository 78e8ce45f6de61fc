-- Ids only: what stands here can't be changed by anyone, so it may hold nothing that a person can ask to have erased.
CREATE TABLE audit_entry (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    actor_person  uuid,
    actor_house   text,
    act           text NOT NULL,
    subject_kind  text NOT NULL,
    subject_id    uuid NOT NULL,
    on_behalf_of  uuid,
    details       jsonb NOT NULL,
    CHECK (num_nonnulls(actor_person, actor_house) <= 1)
);

COMMENT ON COLUMN audit_entry.actor_house IS 'the job or listener that acted; a guest acted where both actors are null';

CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, number DESC);
CREATE INDEX audit_entry_person ON audit_entry (actor_person, number DESC) WHERE actor_person IS NOT NULL;

-- Reasons are free text and may name people: they stand apart, so that erasing one leaves the trail whole.
CREATE TABLE audit_reason (
    entry  bigint PRIMARY KEY REFERENCES audit_entry (number),
    reason text NOT NULL CHECK (length(reason) <= 4000)
);

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_reason FROM "${applicationRole}";
