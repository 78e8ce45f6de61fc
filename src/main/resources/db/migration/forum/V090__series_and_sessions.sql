-- Series of sessions, and the sessions themselves.
CREATE TABLE forum_series (
    id            uuid PRIMARY KEY,
    name          jsonb NOT NULL,
    -- the first date, by the clock of the zone: what is repeated follows from it
    starts        timestamp NOT NULL,
    zone          text NOT NULL,
    rhythm        text NOT NULL,
    every         int NOT NULL CHECK (every > 0),
    minutes       int NOT NULL CHECK (minutes > 0),
    place         text NOT NULL,
    -- of membership's list
    city          text,
    call_link     text NOT NULL,
    template      jsonb NOT NULL,
    deadline_days int NOT NULL CHECK (deadline_days >= 0),
    made_at       timestamptz NOT NULL,
    ended_at      timestamptz,
    version       bigint NOT NULL
);

-- Whom the office has named for a series; what counts is the role that they hold for it.
CREATE TABLE forum_facilitator (
    series   uuid NOT NULL REFERENCES forum_series,
    person   uuid NOT NULL,
    named_at timestamptz NOT NULL,
    PRIMARY KEY (series, person)
);
CREATE INDEX forum_facilitator_person ON forum_facilitator (person);

-- The last number that a session of the year has got. Its row's lock is who comes first.
CREATE TABLE forum_code (
    year int PRIMARY KEY,
    last int NOT NULL CHECK (last > 0)
);

CREATE TABLE forum_session (
    id             uuid PRIMARY KEY,
    year           int NOT NULL,
    number         int NOT NULL,
    series         uuid REFERENCES forum_series,
    -- the date of the series' rhythm that it was drafted for, by the clock of the zone; stays when the session is moved
    occurrence     timestamp,
    state          text NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CANCELLED')),
    title          jsonb NOT NULL,
    starts         timestamp NOT NULL,
    zone           text NOT NULL,
    minutes        int NOT NULL CHECK (minutes > 0),
    -- the same as moments, for lists
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    place          text NOT NULL,
    city           text,
    call_link      text NOT NULL,
    items_until    date NOT NULL,
    -- rises with each change of the agenda's order
    agenda_version bigint NOT NULL,
    sequence       int NOT NULL,
    reason         text NOT NULL,
    made_at        timestamptz NOT NULL,
    opened_at      timestamptz,
    cancelled_at   timestamptz,
    changed_at     timestamptz NOT NULL,
    version        bigint NOT NULL,
    UNIQUE (year, number),
    UNIQUE (series, occurrence),
    CHECK ((series IS NULL) = (occurrence IS NULL)),
    CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL))
);
CREATE INDEX forum_session_starts ON forum_session (starts_at DESC, id DESC);
CREATE INDEX forum_session_ends ON forum_session (ends_at);
