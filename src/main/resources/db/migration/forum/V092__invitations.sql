-- Who was invited to a session. Letters are posted some at a time.
CREATE TABLE session_invitation (
    session   uuid NOT NULL REFERENCES forum_session,
    person    uuid NOT NULL,
    posted_at timestamptz,
    PRIMARY KEY (session, person)
);
CREATE INDEX session_invitation_waiting ON session_invitation (session, person) WHERE posted_at IS NULL;

-- Who said whether they come; the last word counts.
CREATE TABLE session_answer (
    session      uuid NOT NULL REFERENCES forum_session,
    person       uuid NOT NULL,
    answer       text NOT NULL CHECK (answer IN ('YES', 'MAYBE', 'NO')),
    way          text NOT NULL CHECK (way IN ('ROOM', 'REMOTE')),
    on_behalf_of uuid,
    answered_at  timestamptz NOT NULL,
    PRIMARY KEY (session, person)
);
CREATE INDEX session_answer_newest ON session_answer (session, answered_at DESC);
