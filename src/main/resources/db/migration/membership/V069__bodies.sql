-- Bodies of the house and who was in them when. Terms are ended, never deleted.
CREATE TABLE body (
    id        uuid PRIMARY KEY,
    version   bigint NOT NULL,
    slug      text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    type      text NOT NULL CHECK (type IN ('INITIATIVE_GROUP', 'SECTOR_NETWORK', 'BOARD')),
    name      jsonb NOT NULL,
    purpose   jsonb,
    sector    text REFERENCES sector,
    minimum   int NOT NULL CHECK (minimum > 0),
    opened_at timestamptz NOT NULL,
    closed_at timestamptz
);

CREATE TABLE body_term (
    id       uuid PRIMARY KEY,
    body     uuid NOT NULL REFERENCES body,
    person   uuid NOT NULL,
    role     text NOT NULL CHECK (role IN ('CHAIR', 'CONVENER', 'MEMBER')),
    mode     text NOT NULL CHECK (mode IN ('ELECTED', 'APPOINTED', 'CO_OPTED')),
    -- days of the house's zone, both included
    from_day date NOT NULL,
    to_day   date,
    decision text NOT NULL,
    version  bigint NOT NULL,
    CHECK (to_day >= from_day)
);
CREATE INDEX body_term_body ON body_term (body, from_day DESC);
CREATE INDEX body_term_person ON body_term (person);

-- Who agreed to be shown as being in a body to those who do not belong to the house.
CREATE TABLE body_consent (
    body   uuid NOT NULL REFERENCES body,
    person uuid NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (body, person)
);
