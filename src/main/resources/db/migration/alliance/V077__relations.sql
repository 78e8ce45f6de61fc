-- How entries belong together. Ended ones stay.
CREATE TABLE entry_relation (
    id         uuid PRIMARY KEY,
    from_entry uuid NOT NULL REFERENCES entry,
    kind       text NOT NULL,
    to_entry   uuid NOT NULL REFERENCES entry,
    -- as exactly as they are known: 2023, 2023-07, 2023-07-08; and the days by which they are sorted and end
    since      text,
    since_day  date,
    until      text,
    until_day  date,
    about      jsonb,
    source     text,
    stated_by  uuid,
    stated_at  timestamptz NOT NULL,
    version    bigint NOT NULL,
    CHECK (from_entry <> to_entry),
    CHECK ((since IS NULL) = (since_day IS NULL)),
    CHECK ((until IS NULL) = (until_day IS NULL)),
    CHECK (until_day >= since_day)
);
CREATE INDEX entry_relation_from ON entry_relation (from_entry);
CREATE INDEX entry_relation_to ON entry_relation (to_entry);
-- The same is not said twice; of a mutual relation not from the other end either.
CREATE UNIQUE INDEX entry_relation_once ON entry_relation
    (kind, from_entry, to_entry, coalesce(since, ''));
CREATE UNIQUE INDEX entry_relation_mutual_once ON entry_relation
    (kind, least(from_entry, to_entry), greatest(from_entry, to_entry), coalesce(since, ''))
    WHERE kind IN ('TWINNED_WITH', 'AGREEMENT');
