-- Who is who, and where. Ids of people, members and files and codes of sectors and places are held as they are: other modules own them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One row, counted up by everything that changes what the directory shows, under its lock: changes commit in their order.
CREATE TABLE directory (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    revision bigint NOT NULL
);
INSERT INTO directory (revision) VALUES (0);

CREATE TABLE entry (
    id             uuid PRIMARY KEY,
    slug           text NOT NULL UNIQUE,
    kind           text NOT NULL,
    state          text NOT NULL CHECK (state IN ('SUGGESTED', 'CONFIRMED', 'ARCHIVED', 'REJECTED')),
    -- why it was turned down or archived
    reason         text,
    -- everything that a form edits
    content        jsonb NOT NULL,
    -- the member that it stands for, and whether that one belongs to the house now
    member         uuid UNIQUE,
    member_current boolean NOT NULL,
    made_by        uuid,
    made_at        timestamptz NOT NULL,
    published_at   timestamptz,
    changed_by     uuid,
    changed_at     timestamptz NOT NULL,
    checked_by     uuid,
    checked_on     date,
    -- the directory's revision that last changed what this entry's page shows
    revision       bigint NOT NULL,
    version        bigint NOT NULL,

    -- What follows is made from the content, for lists and facets.
    status         text NOT NULL,
    name_en        text NOT NULL COLLATE "en-x-icu",
    name_ru        text NOT NULL COLLATE "ru-x-icu",
    name_bg        text NOT NULL COLLATE "bg-x-icu",
    -- all names, folded, in their own and in Latin letters
    found          text NOT NULL,
    -- with those above them
    sectors        text[] NOT NULL,
    -- with their countries
    places         text[] NOT NULL,
    languages      text[] NOT NULL,

    CHECK (state <> 'CONFIRMED' OR published_at IS NOT NULL)
);
CREATE INDEX entry_by_name_en ON entry (name_en, id) WHERE state = 'CONFIRMED';
CREATE INDEX entry_by_name_ru ON entry (name_ru, id) WHERE state = 'CONFIRMED';
CREATE INDEX entry_by_name_bg ON entry (name_bg, id) WHERE state = 'CONFIRMED';
CREATE INDEX entry_newest ON entry (published_at DESC, id DESC) WHERE state = 'CONFIRMED';
CREATE INDEX entry_found ON entry USING gin (found gin_trgm_ops) WHERE state = 'CONFIRMED';
CREATE INDEX entry_waiting ON entry (id) WHERE state = 'SUGGESTED';

-- Where an entry stands on the map: one row per location that can be visited.
CREATE TABLE entry_point (
    entry     uuid NOT NULL REFERENCES entry,
    number    int NOT NULL,
    latitude  double precision NOT NULL,
    longitude double precision NOT NULL,
    PRIMARY KEY (entry, number)
);
CREATE INDEX entry_point_place ON entry_point (latitude, longitude);

-- Every address that has ever led to an entry: none is given to another.
CREATE TABLE entry_address (
    slug  text PRIMARY KEY CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    entry uuid NOT NULL REFERENCES entry,
    since timestamptz NOT NULL
);
CREATE INDEX entry_address_by_entry ON entry_address (entry);
