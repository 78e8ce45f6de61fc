-- Events that associations, partners and the office enter. What others have of their own kind stays in their modules.
CREATE TABLE outside_event (
    id           uuid PRIMARY KEY,
    -- what people see in addresses: never reused
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    version      bigint NOT NULL,
    -- an organisation of the module that knows them; none where it is the house's own
    host         uuid,
    state        text NOT NULL CHECK (state IN ('SUGGESTED', 'PUBLISHED', 'REFUSED', 'CANCELLED', 'WITHDRAWN')),
    title        jsonb NOT NULL,
    about        jsonb,
    -- by the clock of the place
    start_at     timestamp NOT NULL,
    end_at       timestamp NOT NULL,
    zone         text NOT NULL,
    all_day      boolean NOT NULL,
    rhythm       text CHECK (rhythm IN ('WEEKLY', 'MONTHLY_ON_WEEKDAY', 'MONTHLY_ON_LAST_WEEKDAY', 'MONTHLY_ON_DAY', 'YEARLY')),
    step         int NOT NULL CHECK (step BETWEEN 1 AND 12),
    until_day    date,
    times        int CHECK (times BETWEEN 2 AND 400),
    place        text NOT NULL CHECK (char_length(place) <= 200),
    city         text,
    website      text NOT NULL CHECK (char_length(website) <= 500),
    -- how often it was changed: what other calendars know as SEQUENCE
    sequence     int NOT NULL,
    -- what the dates lie between, moved ones included
    first_at     timestamptz NOT NULL,
    last_at      timestamptz,
    entered_by   uuid,
    entered_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    -- how often it was decided about
    decisions    int NOT NULL,
    refusal      text NOT NULL,
    unseen       boolean NOT NULL,
    CHECK (end_at > start_at),
    CHECK (until_day IS NULL OR times IS NULL)
);
CREATE INDEX outside_event_open ON outside_event (first_at) WHERE state IN ('PUBLISHED', 'CANCELLED');
CREATE INDEX outside_event_suggested ON outside_event (entered_at) WHERE state = 'SUGGESTED' OR unseen;
CREATE INDEX outside_event_host ON outside_event (host, number);
CREATE INDEX outside_event_entered ON outside_event (entered_by, number);

COMMENT ON COLUMN outside_event.last_at IS 'null where a series has no end';
COMMENT ON COLUMN outside_event.unseen IS 'its host has changed it after it was published, and the office has not looked yet';

-- Dates of a series that were moved or cancelled. A date without a row stands as the rule says.
CREATE TABLE outside_date (
    event      uuid NOT NULL REFERENCES outside_event,
    -- when it would take place by the rule
    date       timestamp NOT NULL,
    start_at   timestamp NOT NULL,
    end_at     timestamp NOT NULL,
    cancelled  boolean NOT NULL,
    sequence   int NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (event, date),
    CHECK (end_at > start_at)
);

-- By what other programs read a person's own calendar: the hash of the secret in the address, one to a person.
CREATE TABLE calendar_feed (
    person  uuid PRIMARY KEY,
    hash    bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    made_at timestamptz NOT NULL
);
