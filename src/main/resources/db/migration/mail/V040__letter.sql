CREATE TABLE letter (
    id          uuid PRIMARY KEY,
    fact_key    text NOT NULL CHECK (length(fact_key) <= 200),
    address     text NOT NULL,
    name        text NOT NULL,
    language    text NOT NULL,
    template    text NOT NULL,
    subject     text NOT NULL,
    arguments   jsonb,
    button      text,
    secret      boolean NOT NULL,
    importance  smallint NOT NULL,
    message_id  text NOT NULL UNIQUE,
    state       text NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'DEAD')),
    attempts    smallint NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL,
    posted_at   timestamptz NOT NULL,
    settled_at  timestamptz,
    last_error  text
);

COMMENT ON COLUMN letter.arguments IS 'what the texts mention; null once a secret letter is sent or given up';
COMMENT ON COLUMN letter.message_id IS 'fixed when posted, so that a second copy after a lost answer is known as the same letter';
COMMENT ON COLUMN letter.due_at IS 'next attempt; while SENDING the moment from which the attempt counts as lost';

CREATE UNIQUE INDEX letter_once ON letter (fact_key, lower(address));
CREATE INDEX letter_due ON letter (importance, due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX letter_settled ON letter (settled_at) WHERE state IN ('SENT', 'DEAD');

-- Filled by the built-in catcher only, where no mail server is set.
CREATE TABLE caught_letter (
    id          uuid PRIMARY KEY,
    caught_at   timestamptz NOT NULL,
    recipient   text NOT NULL,
    subject     text NOT NULL,
    source      bytea NOT NULL
);

COMMENT ON COLUMN caught_letter.source IS 'the whole message as it came over SMTP';
