CREATE TABLE seminar_registration (
    id           uuid PRIMARY KEY,
    seminar      uuid NOT NULL REFERENCES seminar,
    -- null for somebody without an account, of whom name, address and language are kept here
    person       uuid,
    name         text NOT NULL,
    email        text,
    -- the address in the form by which addresses are compared
    email_key    text,
    language     text NOT NULL,
    on_behalf_of uuid,
    made_by      uuid,
    grp          uuid REFERENCES seminar_group,
    state        text NOT NULL CHECK (state IN ('STARTED', 'PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'EXPIRED', 'WITHDRAWN',
                                                'DECLINED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW')),
    answers      jsonb NOT NULL,
    priority     int NOT NULL,
    -- since when it waits
    queued_at    timestamptz,
    offer_until  timestamptz,
    late         boolean NOT NULL,
    reason       text NOT NULL,
    -- somebody has said how it ended, against the rule
    judged       boolean NOT NULL,
    made_at      timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    version      bigint NOT NULL,
    CHECK (person IS NOT NULL OR (email IS NOT NULL AND email_key IS NOT NULL AND name <> '')),
    CHECK ((state = 'OFFERED') = (offer_until IS NOT NULL)),
    CHECK (state <> 'WAITLISTED' OR queued_at IS NOT NULL)
);
-- Nobody has two registrations that count.
CREATE UNIQUE INDEX seminar_registration_person ON seminar_registration (seminar, person)
    WHERE person IS NOT NULL AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED');
CREATE UNIQUE INDEX seminar_registration_email ON seminar_registration (seminar, email_key)
    WHERE email_key IS NOT NULL AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED');
CREATE INDEX seminar_registration_of ON seminar_registration (seminar, made_at, id);
CREATE INDEX seminar_registration_mine ON seminar_registration (person, made_at DESC) WHERE person IS NOT NULL;
CREATE INDEX seminar_registration_queue ON seminar_registration (seminar, priority DESC, queued_at, id) WHERE state = 'WAITLISTED';
CREATE INDEX seminar_registration_offers ON seminar_registration (offer_until) WHERE state = 'OFFERED';
CREATE INDEX seminar_registration_seats ON seminar_registration (seminar, grp, on_behalf_of)
    WHERE state IN ('CONFIRMED', 'OFFERED', 'CHECKED_IN', 'COMPLETED', 'INCOMPLETE', 'NO_SHOW');

-- What somebody was reminded of, so that it is once.
CREATE TABLE seminar_reminder (
    seminar uuid NOT NULL REFERENCES seminar,
    what    text NOT NULL CHECK (what IN ('WEEK', 'DAY', 'AFTER', 'GO_NO_GO')),
    at      timestamptz NOT NULL,
    PRIMARY KEY (seminar, what)
);
