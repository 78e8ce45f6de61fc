-- Letters of the office to many members, as they were sent.
CREATE TABLE circular (
    id      uuid PRIMARY KEY,
    subject jsonb NOT NULL,
    text    jsonb NOT NULL,
    -- whom it was meant for: null for all
    kind    text,
    body    uuid REFERENCES body,
    country text,
    place   text,
    sent_by uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    people  int NOT NULL
);
CREATE INDEX circular_newest ON circular (sent_at DESC, id);

-- Who it went to: nobody else reads it.
CREATE TABLE circular_reader (
    circular uuid NOT NULL REFERENCES circular,
    person   uuid NOT NULL,
    PRIMARY KEY (circular, person)
);
REVOKE UPDATE, DELETE, TRUNCATE ON circular, circular_reader FROM "${applicationRole}";
