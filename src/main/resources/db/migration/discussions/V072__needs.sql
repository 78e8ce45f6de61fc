-- A thread can be a need: a problem that people and associations stand behind.

-- The thread's revision that the last change of its need made, 0 where there was none. Stays when the need is taken back, so that pages hear of it.
ALTER TABLE thread ADD COLUMN need_revision bigint NOT NULL DEFAULT 0;

CREATE TABLE need (
    thread       uuid PRIMARY KEY REFERENCES thread,
    concerned    text NOT NULL CHECK (char_length(concerned) BETWEEN 1 AND 160),
    language     text NOT NULL,
    -- a place of the house's list, which membership owns, or a place in words
    place        text,
    place_words  text NOT NULL CHECK (char_length(place_words) <= 80),
    since_year   int NOT NULL CHECK (since_year BETWEEN 1900 AND 9999),
    since_month  int CHECK (since_month BETWEEN 1 AND 12),
    how_many     int CHECK (how_many > 0),
    stated_by    uuid NOT NULL,
    stated_at    timestamptz NOT NULL,
    -- only what was changed while somebody stood behind it
    changed_at   timestamptz,
    -- counted under the thread's lock; the rows of need_support are what is counted
    people       int NOT NULL CHECK (people >= 0),
    associations int NOT NULL CHECK (associations >= 0),
    version      bigint NOT NULL,
    CHECK ((place IS NULL) <> (place_words = ''))
);

-- Who stands behind a need: a person as themselves, or under a mandate for an association. Stays when the mandate ends.
CREATE TABLE need_support (
    thread       uuid NOT NULL REFERENCES need,
    person       uuid NOT NULL,
    on_behalf_of uuid,
    at           timestamptz NOT NULL
);
CREATE UNIQUE INDEX need_support_person_key ON need_support (thread, person) WHERE on_behalf_of IS NULL;
CREATE UNIQUE INDEX need_support_association_key ON need_support (thread, on_behalf_of) WHERE on_behalf_of IS NOT NULL;
