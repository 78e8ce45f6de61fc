-- Applications to become a member, or to represent one. What the applicant types is kept as typed until it is sent.
CREATE TABLE application (
    id                  uuid PRIMARY KEY,
    version             bigint NOT NULL,
    number              bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind                text NOT NULL
        CHECK (kind IN ('PERSON', 'ASSOCIATION', 'AUTHORITY', 'AGENCY', 'REPRESENTATIVE')),
    state               text NOT NULL
        CHECK (state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'MORE_INFO', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
    -- who the applicant is, or will be once admitted
    applicant           uuid NOT NULL,
    address             text NOT NULL,
    address_folded      text NOT NULL,
    language            text NOT NULL,
    form                jsonb NOT NULL,
    sequence            bigint NOT NULL,
    statute             uuid,
    begun_at            timestamptz NOT NULL,
    confirmed_at        timestamptz,
    -- sent before the address was confirmed: goes with the confirmation
    sends_on_confirmation boolean NOT NULL DEFAULT false,
    -- what the newest submission says, for lists and for finding duplicates
    name                text NOT NULL,
    search_names        text[] NOT NULL DEFAULT '{}',
    place               text,
    city                text NOT NULL DEFAULT '',
    registration_scheme text,
    registration_number text,
    -- the member that a representative applies to
    association         uuid REFERENCES member,
    submissions         int NOT NULL DEFAULT 0,
    -- when the wait began, pushed forward by every pause
    waiting_since       timestamptz,
    reviewer            uuid,
    asked_at            timestamptz,
    question            text,
    reminders           smallint NOT NULL DEFAULT 0,
    settled_at          timestamptz,
    reason              text,
    appealed            boolean NOT NULL DEFAULT false,
    -- what came of it
    member              uuid REFERENCES member,
    CHECK ((state = 'MORE_INFO') = (asked_at IS NOT NULL)),
    CHECK (submissions = 0 OR waiting_since IS NOT NULL)
);

CREATE INDEX application_waiting ON application (waiting_since, number) WHERE state IN ('SUBMITTED', 'IN_REVIEW');
CREATE INDEX application_asked ON application (asked_at, number) WHERE state = 'MORE_INFO';
CREATE INDEX application_settled ON application (settled_at DESC, number DESC) WHERE settled_at IS NOT NULL;
CREATE INDEX application_unconfirmed ON application (begun_at) WHERE state = 'DRAFT' AND confirmed_at IS NULL;
CREATE INDEX application_applicant ON application (applicant, begun_at DESC);
CREATE INDEX application_address ON application (address_folded);
CREATE INDEX application_registration ON application (registration_number, registration_scheme)
    WHERE registration_number IS NOT NULL;
CREATE INDEX application_association ON application (association) WHERE association IS NOT NULL;

-- What opens an application: the hash of each browser's key.
CREATE TABLE application_key (
    hash        bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    application uuid NOT NULL REFERENCES application ON DELETE CASCADE,
    made_at     timestamptz NOT NULL
);
CREATE INDEX application_key_application ON application_key (application, made_at);

-- Each submission as it was sent.
CREATE TABLE application_submission (
    application  uuid NOT NULL REFERENCES application ON DELETE CASCADE,
    number       int NOT NULL CHECK (number > 0),
    form         jsonb NOT NULL,
    statute      uuid,
    submitted_at timestamptz NOT NULL,
    PRIMARY KEY (application, number)
);

-- What happened to it, told to both sides. Personal, unlike the audit trail: goes with the application.
CREATE TABLE application_step (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application uuid NOT NULL REFERENCES application ON DELETE CASCADE,
    what        text NOT NULL,
    at          timestamptz NOT NULL,
    text        text,
    person      uuid
);
CREATE INDEX application_step_application ON application_step (application, number);

-- Two that look alike and are not the same: an application and a member, or two applications. One row per pair, whichever comes first.
CREATE TABLE told_apart (
    one   uuid NOT NULL,
    other uuid NOT NULL,
    by    uuid NOT NULL,
    at    timestamptz NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
);
CREATE INDEX told_apart_other ON told_apart (other);
