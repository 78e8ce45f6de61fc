-- What came from what. Stated once, never changed; ids are held as they are, their modules own them.
CREATE TABLE trace_link (
    from_kind    text NOT NULL,
    from_id      uuid NOT NULL,
    relation     text NOT NULL,
    to_kind      text NOT NULL,
    to_id        uuid NOT NULL,
    actor_person uuid,
    actor_house  text,
    at           timestamptz NOT NULL,
    PRIMARY KEY (from_kind, from_id, relation, to_kind, to_id),
    CHECK ((from_kind, from_id) <> (to_kind, to_id)),
    CHECK (num_nonnulls(actor_person, actor_house) <= 1)
);
CREATE INDEX trace_link_back_idx ON trace_link (to_kind, to_id);

REVOKE UPDATE, DELETE, TRUNCATE ON trace_link FROM "${applicationRole}";
