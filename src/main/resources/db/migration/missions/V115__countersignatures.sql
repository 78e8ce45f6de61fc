-- What clients say to decisions at gates. Decisions of before have no row: nobody was asked then.
CREATE TABLE gate_word (
    gate        uuid PRIMARY KEY REFERENCES gate_decision,
    state       text NOT NULL CHECK (state IN ('AWAITED', 'SIGNED', 'REFUSED', 'RECORDED', 'WITHDRAWN')),
    -- when the client was asked last; null where nobody could be asked, or the letter came back
    asked_at    timestamptz,
    reminded_at timestamptz,
    said_at     timestamptz,
    -- who has said it signed in, or recorded it; null where it was by link
    said_by     uuid,
    words       text NOT NULL,
    -- a paper of the project that shows it
    paper       uuid,
    CHECK ((state IN ('SIGNED', 'REFUSED', 'RECORDED')) = (said_at IS NOT NULL)),
    CHECK (state NOT IN ('REFUSED', 'RECORDED') OR words <> ''),
    CHECK (state <> 'RECORDED' OR said_by IS NOT NULL),
    CHECK (paper IS NULL OR state = 'RECORDED')
);
CREATE INDEX gate_word_awaited ON gate_word (asked_at, gate) WHERE state = 'AWAITED';
CREATE INDEX gate_word_paper ON gate_word (paper) WHERE paper IS NOT NULL;
