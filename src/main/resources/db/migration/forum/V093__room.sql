-- A session while it runs: what is spoken of, who is present, what comes out of it.
ALTER TABLE forum_session DROP CONSTRAINT forum_session_state_check;
ALTER TABLE forum_session ADD CONSTRAINT forum_session_state_check
    CHECK (state IN ('DRAFT', 'OPEN', 'IN_PROGRESS', 'CLOSED', 'CANCELLED'));
-- entered afterwards, from what was written by hand
ALTER TABLE forum_session ADD COLUMN paper boolean NOT NULL DEFAULT false;
-- how many associations must be present; null for any number
ALTER TABLE forum_session ADD COLUMN quorum text;
ALTER TABLE forum_series ADD COLUMN quorum text;

CREATE TABLE session_room (
    session   uuid PRIMARY KEY REFERENCES forum_session,
    begun_at  timestamptz NOT NULL,
    closed_at timestamptz,
    -- what time it is by what was written by hand; null for sessions that run now
    paper_at  timestamptz,
    -- from which the codes on the projector are made
    secret    bytea NOT NULL
);

-- How often somebody typed a number that was not the room's.
CREATE TABLE session_try (
    session uuid NOT NULL REFERENCES forum_session,
    person  uuid NOT NULL,
    tries   int NOT NULL,
    PRIMARY KEY (session, person)
);

-- A closed session goes on only where two people want it.
CREATE TABLE session_reopening (
    id        uuid PRIMARY KEY,
    session   uuid NOT NULL REFERENCES forum_session,
    reason    text NOT NULL,
    asked_by  uuid NOT NULL,
    asked_at  timestamptz NOT NULL,
    agreed_by uuid,
    agreed_at timestamptz,
    CHECK (agreed_by <> asked_by),
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL))
);
CREATE UNIQUE INDEX session_reopening_waiting ON session_reopening (session) WHERE agreed_at IS NULL;

ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_state_check;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_state_check
    CHECK (state IN ('PROPOSED', 'BACKLOG', 'SCHEDULED', 'CURRENT', 'DONE', 'DEFERRED', 'REFERRED', 'DROPPED',
                     'DECLINED', 'MERGED'));
ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_check;
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_check
    CHECK ((state IN ('SCHEDULED', 'CURRENT', 'DONE', 'DEFERRED', 'REFERRED', 'DROPPED')) = (session IS NOT NULL));
-- the item of an earlier session that goes on in it
ALTER TABLE agenda_item ADD COLUMN continues uuid REFERENCES agenda_item;
-- the session whose minutes it is about
ALTER TABLE agenda_item ADD COLUMN about uuid REFERENCES forum_session;
-- the body that goes on with it
ALTER TABLE agenda_item ADD COLUMN referred_to uuid;
CREATE UNIQUE INDEX agenda_item_current ON agenda_item (session) WHERE state = 'CURRENT';
CREATE UNIQUE INDEX agenda_item_about ON agenda_item (session, about) WHERE about IS NOT NULL AND session IS NOT NULL;

-- When an item was spoken of. The clock of an item is the sum of its spans.
CREATE TABLE item_span (
    id       uuid PRIMARY KEY,
    session  uuid NOT NULL REFERENCES forum_session,
    item     uuid NOT NULL REFERENCES agenda_item,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK (ended_at >= began_at)
);
CREATE UNIQUE INDEX item_span_running ON item_span (session) WHERE ended_at IS NULL;
CREATE INDEX item_span_session ON item_span (session, began_at);

-- What whoever facilitates wrote for themselves alone.
CREATE TABLE item_note (
    item       uuid NOT NULL REFERENCES agenda_item,
    person     uuid NOT NULL,
    text       text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (item, person)
);

CREATE TABLE attendance (
    id           uuid PRIMARY KEY,
    session      uuid NOT NULL REFERENCES forum_session,
    person       uuid,
    -- somebody whom the house does not know
    guest        text,
    on_behalf_of uuid,
    -- whether that organisation has a vote: partners have none
    counts       boolean NOT NULL,
    way          text NOT NULL CHECK (way IN ('QR', 'NUMBER', 'HAND', 'REMOTE')),
    came_at      timestamptz NOT NULL,
    left_at      timestamptz,
    CHECK ((person IS NULL) <> (guest IS NULL)),
    CHECK (guest IS NULL OR on_behalf_of IS NULL)
);
CREATE UNIQUE INDEX attendance_person ON attendance (session, person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX attendance_guest ON attendance (session, lower(guest)) WHERE guest IS NOT NULL;

CREATE TABLE raised_hand (
    id        uuid PRIMARY KEY,
    session   uuid NOT NULL REFERENCES forum_session,
    item      uuid REFERENCES agenda_item,
    person    uuid NOT NULL,
    state     text NOT NULL CHECK (state IN ('WAITING', 'SPEAKING', 'SPOKEN', 'LOWERED')),
    raised_at timestamptz NOT NULL,
    called_at timestamptz,
    ended_at  timestamptz
);
CREATE UNIQUE INDEX raised_hand_waiting ON raised_hand (session, person) WHERE state = 'WAITING';
CREATE UNIQUE INDEX raised_hand_speaking ON raised_hand (session) WHERE state = 'SPEAKING';
CREATE INDEX raised_hand_session ON raised_hand (session, item);

CREATE TABLE outcome (
    id         uuid PRIMARY KEY,
    -- where the item goes, its outcome goes along
    item       uuid NOT NULL REFERENCES agenda_item,
    kind       text NOT NULL CHECK (kind IN ('NOTE', 'DECISION', 'TASK', 'NEED', 'RECOMMENDATION', 'REFER')),
    text       jsonb NOT NULL,
    state      text NOT NULL CHECK (state IN ('LIVE', 'CONFIRMED', 'STRUCK')),
    -- who does it and by when, of a task
    person     uuid,
    due        date,
    -- the body that goes on with it
    body       uuid,
    made_at    timestamptz NOT NULL,
    settled_at timestamptz,
    -- what came of a task, once it is done
    report     text NOT NULL,
    done_at    timestamptz,
    version    bigint NOT NULL,
    CHECK ((state = 'LIVE') = (settled_at IS NULL)),
    CHECK ((kind = 'TASK') = (person IS NOT NULL)),
    CHECK ((kind = 'REFER') = (body IS NOT NULL))
);
CREATE INDEX outcome_item ON outcome (item);

CREATE TABLE ballot (
    id                   uuid PRIMARY KEY,
    session              uuid NOT NULL REFERENCES forum_session,
    item                 uuid NOT NULL REFERENCES agenda_item,
    question             text NOT NULL,
    language             text NOT NULL,
    majority             text NOT NULL CHECK (majority IN ('SIMPLE', 'ABSOLUTE', 'TWO_THIRDS', 'FOUR_FIFTHS')),
    voters               text NOT NULL CHECK (voters IN ('PEOPLE', 'ASSOCIATIONS')),
    base                 text NOT NULL CHECK (base IN ('PRESENT', 'ALL')),
    secret               boolean NOT NULL,
    -- counted in the room and typed in
    by_hands             boolean NOT NULL,
    state                text NOT NULL CHECK (state IN ('OPEN', 'CLOSED', 'WITHDRAWN')),
    opened_at            timestamptz NOT NULL,
    closed_at            timestamptz,
    yes                  int NOT NULL,
    no                   int NOT NULL,
    abstained            int NOT NULL,
    -- the figures of the moment in which it was closed
    entitled             int NOT NULL,
    present_people       int NOT NULL,
    present_associations int NOT NULL,
    quorum               int,
    passed               boolean,
    version              bigint NOT NULL,
    CHECK ((state = 'OPEN') = (closed_at IS NULL)),
    CHECK ((state = 'CLOSED') = (passed IS NOT NULL)),
    CHECK (NOT (secret AND by_hands))
);
CREATE UNIQUE INDEX ballot_open ON ballot (session) WHERE state = 'OPEN';
CREATE INDEX ballot_session ON ballot (session, opened_at, id);

-- Votes that everybody may know of.
CREATE TABLE ballot_vote (
    ballot       uuid NOT NULL REFERENCES ballot,
    person       uuid NOT NULL,
    on_behalf_of uuid,
    choice       text NOT NULL CHECK (choice IN ('YES', 'NO', 'ABSTAIN')),
    cast_at      timestamptz NOT NULL
);
CREATE UNIQUE INDEX ballot_vote_person ON ballot_vote (ballot, person) WHERE on_behalf_of IS NULL;
CREATE UNIQUE INDEX ballot_vote_association ON ballot_vote (ballot, on_behalf_of) WHERE on_behalf_of IS NOT NULL;

-- Who has voted in secret, and, apart from them and in no order, what was voted. Nothing joins the two: see decision record 0108.
CREATE TABLE ballot_voter (
    ballot       uuid NOT NULL REFERENCES ballot,
    person       uuid NOT NULL,
    on_behalf_of uuid
);
CREATE UNIQUE INDEX ballot_voter_person ON ballot_voter (ballot, person) WHERE on_behalf_of IS NULL;
CREATE UNIQUE INDEX ballot_voter_association ON ballot_voter (ballot, on_behalf_of) WHERE on_behalf_of IS NOT NULL;

CREATE TABLE ballot_paper (
    id     uuid PRIMARY KEY,
    ballot uuid NOT NULL REFERENCES ballot,
    choice text NOT NULL CHECK (choice IN ('YES', 'NO', 'ABSTAIN'))
);
CREATE INDEX ballot_paper_ballot ON ballot_paper (ballot);
