-- Minutes of sessions. An edition that stands is never changed: a correction is a new one.
CREATE TABLE minutes_edition (
    session      uuid NOT NULL REFERENCES forum_session,
    edition      int NOT NULL CHECK (edition > 0),
    state        text NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'CORRECTED')),
    -- why it took the place of the one before
    reason       text NOT NULL,
    made_at      timestamptz NOT NULL,
    review_until timestamptz,
    approved_at  timestamptz,
    approved_by  uuid,
    published_at timestamptz,
    PRIMARY KEY (session, edition)
);
CREATE INDEX minutes_edition_published ON minutes_edition (session) WHERE published_at IS NOT NULL;

CREATE TABLE minutes_paragraph (
    id       uuid PRIMARY KEY,
    session  uuid NOT NULL,
    edition  int NOT NULL,
    position int NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('OPENING', 'PRESENT', 'NAMES', 'ITEM', 'VOTE', 'OUTCOME', 'SETTLED', 'CLOSING')),
    -- what it is about, if it is an item
    item     uuid REFERENCES agenda_item,
    -- for those who facilitate; for those who belong to the house; for everybody
    reach    text NOT NULL CHECK (reach IN ('FACILITATORS', 'MEMBERS', 'ALL')),
    text     jsonb NOT NULL,
    version  bigint NOT NULL,
    FOREIGN KEY (session, edition) REFERENCES minutes_edition
);
CREATE UNIQUE INDEX minutes_paragraph_place ON minutes_paragraph (session, edition, position);

CREATE TABLE minutes_suggestion (
    id         uuid PRIMARY KEY,
    session    uuid NOT NULL REFERENCES forum_session,
    paragraph  uuid NOT NULL REFERENCES minutes_paragraph ON DELETE CASCADE,
    person     uuid NOT NULL,
    language   text NOT NULL,
    text       text NOT NULL,
    why        text NOT NULL,
    state      text NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'DECLINED')),
    made_at    timestamptz NOT NULL,
    decided_at timestamptz
);
CREATE INDEX minutes_suggestion_session ON minutes_suggestion (session, made_at);
