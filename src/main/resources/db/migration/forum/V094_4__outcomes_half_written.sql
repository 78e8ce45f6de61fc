-- What whoever facilitates has begun to write down: it is there in another browser, for themselves alone, until it is written down.
CREATE TABLE outcome_draft (
    item       uuid NOT NULL REFERENCES agenda_item,
    writer     uuid NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('NOTE', 'DECISION', 'TASK', 'NEED', 'RECOMMENDATION', 'REFER')),
    text       text NOT NULL,
    language   text NOT NULL,
    person     uuid,
    due        date,
    body       uuid,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (item, writer, kind)
);
