-- To whom it may be written: an office of an entry of the directory.
CREATE TABLE addressee (
    id         uuid PRIMARY KEY,
    entry      uuid NOT NULL,
    -- the unit and the post, in the language in which it is written to
    unit       text NOT NULL,
    post       text NOT NULL,
    email      text NOT NULL,
    address    text NOT NULL,
    language   text NOT NULL,
    zone       text NOT NULL,
    reply_days int NOT NULL CHECK (reply_days BETWEEN 1 AND 365),
    closed_at  timestamptz,
    made_at    timestamptz NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX addressee_entry ON addressee (entry);

-- Who held the post, and when.
CREATE TABLE addressee_holder (
    addressee uuid NOT NULL REFERENCES addressee,
    name      text NOT NULL,
    since     date NOT NULL,
    until     date,
    CHECK (until >= since)
);
CREATE UNIQUE INDEX addressee_holder_now ON addressee_holder (addressee) WHERE until IS NULL;

CREATE TABLE dispatch (
    id             uuid PRIMARY KEY,
    recommendation uuid NOT NULL REFERENCES recommendation,
    addressee      uuid NOT NULL REFERENCES addressee,
    state          text NOT NULL CHECK (state IN ('PREPARED', 'SIGNED', 'SENT', 'BOUNCED', 'NEEDS_CLASSIFICATION',
                                                  'CLARIFICATION', 'ANSWERED', 'CLOSED')),
    way            text NOT NULL CHECK (way IN ('MAIL', 'POST', 'HAND')),
    language       text NOT NULL,
    zone           text NOT NULL,
    reply_days     int NOT NULL CHECK (reply_days BETWEEN 1 AND 365),
    -- what the letter says before the recommendation itself, in its language
    covering       text NOT NULL,
    prepared_by    uuid NOT NULL,
    prepared_at    timestamptz NOT NULL,
    signed_by      uuid,
    signed_at      timestamptz,
    -- one person did both, in a house that has only one who may
    alone          boolean NOT NULL,
    letter         uuid,
    letter_hash    bytea,
    sent_at        timestamptz,
    -- by the calendar of the addressee
    sent_on        date,
    reply_by       date,
    registry       text NOT NULL,
    bounced        text NOT NULL,
    position       text CHECK (position IN ('ACCEPTED', 'PARTLY', 'NOTED', 'REFUSED', 'NOT_COMPETENT', 'NO_REPLY')),
    -- for the office alone
    note           text NOT NULL,
    classified_by  uuid,
    classified_at  timestamptz,
    closed_at      timestamptz,
    changed_at     timestamptz NOT NULL,
    version        bigint NOT NULL,
    CHECK (signed_by IS NULL OR alone OR signed_by <> prepared_by),
    CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
    CHECK (state IN ('PREPARED', 'BOUNCED') OR (signed_by IS NOT NULL AND letter_hash IS NOT NULL)),
    CHECK (state NOT IN ('SENT', 'NEEDS_CLASSIFICATION', 'CLARIFICATION', 'ANSWERED')
           OR (sent_at IS NOT NULL AND sent_on IS NOT NULL AND reply_by IS NOT NULL)),
    CHECK (state NOT IN ('ANSWERED', 'CLOSED') OR position IS NOT NULL)
);
CREATE UNIQUE INDEX dispatch_once ON dispatch (recommendation, addressee) WHERE state <> 'CLOSED';
CREATE INDEX dispatch_addressee ON dispatch (addressee);
CREATE INDEX dispatch_waiting ON dispatch (reply_by, id) WHERE state = 'SENT';
CREATE INDEX dispatch_unread ON dispatch (changed_at) WHERE state = 'NEEDS_CLASSIFICATION';

-- A reminder of a letter that has waited too long: drafted by the house, sent by somebody.
CREATE TABLE dispatch_reminder (
    dispatch   uuid NOT NULL REFERENCES dispatch,
    -- the day that had passed, so that each is drafted once
    reply_by   date NOT NULL,
    text       text NOT NULL,
    drafted_at timestamptz NOT NULL,
    -- what it became in the backlog of the sessions
    item       uuid,
    sent_at    timestamptz,
    sent_by    uuid,
    PRIMARY KEY (dispatch, reply_by)
);
CREATE INDEX dispatch_reminder_open ON dispatch_reminder (drafted_at) WHERE sent_at IS NULL;

-- What the addressee said, in their own words. A word that was corrected stays below the newer one.
CREATE TABLE dispatch_reply (
    id          uuid PRIMARY KEY,
    dispatch    uuid NOT NULL REFERENCES dispatch,
    number      int NOT NULL CHECK (number > 0),
    way         text NOT NULL CHECK (way IN ('LINK', 'PAPER')),
    choice      text NOT NULL CHECK (choice IN ('ACCEPTED', 'PARTLY', 'NOTED', 'REFUSED', 'NOT_COMPETENT', 'NEEDS_TIME',
                                                'PASSED_ON', 'QUESTION')),
    language    text NOT NULL,
    words       text NOT NULL,
    responsible text NOT NULL,
    promised_on date,
    -- until when more time is asked for
    until_on    date,
    passed_to   text NOT NULL,
    file        uuid,
    their_number text NOT NULL,
    our_number  text NOT NULL,
    received_on date NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    -- the one that took its place
    corrected   boolean NOT NULL,
    UNIQUE (dispatch, number)
);

-- What we answered to a question or a wish for more time.
CREATE TABLE dispatch_clarification (
    id       uuid PRIMARY KEY,
    dispatch uuid NOT NULL REFERENCES dispatch,
    text     text NOT NULL,
    reply_by date NOT NULL,
    said_by  uuid NOT NULL,
    said_at  timestamptz NOT NULL
);
CREATE INDEX dispatch_clarification_of ON dispatch_clarification (dispatch, said_at);
