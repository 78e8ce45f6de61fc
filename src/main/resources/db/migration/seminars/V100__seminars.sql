-- Series of seminars.
CREATE TABLE seminar_programme (
    id      uuid PRIMARY KEY,
    name    jsonb NOT NULL,
    about   jsonb,
    made_at timestamptz NOT NULL
);

-- Seats are counted while the row of their seminar is locked.
CREATE TABLE seminar (
    id              uuid PRIMARY KEY,
    slug            text NOT NULL UNIQUE,
    state           text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED', 'RUNNING',
                                                   'FINISHED', 'ARCHIVED', 'CANCELLED')),
    title           jsonb NOT NULL,
    about           jsonb,
    programme       uuid REFERENCES seminar_programme,
    languages       text[] NOT NULL,
    -- codes of membership's sectors
    topics          text[] NOT NULL,
    hours           numeric(6, 1) NOT NULL CHECK (hours >= 0),
    mode            text NOT NULL CHECK (mode IN ('AUTO', 'MODERATED', 'BY_ASSOCIATION', 'BY_INVITATION')),
    capacity        int NOT NULL CHECK (capacity > 0),
    minimum         int CHECK (minimum > 0),
    go_no_go_on     date,
    per_association int CHECK (per_association > 0),
    offer_hours     int NOT NULL CHECK (offer_hours > 0),
    -- by the clock of the zone, and the same as moments
    opens           timestamp,
    opens_at        timestamptz,
    closes          timestamp,
    closes_at       timestamptz,
    withdraw_until  timestamp,
    withdraw_at     timestamptz,
    zone            text NOT NULL,
    place           text NOT NULL,
    city            text,
    link            text NOT NULL,
    share           int NOT NULL CHECK (share BETWEEN 1 AND 100),
    feedback        boolean NOT NULL,
    valid_months    int CHECK (valid_months > 0),
    -- from its days
    starts          timestamp NOT NULL,
    ends            timestamp NOT NULL,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    -- of tickets and of the codes in the room
    secret          bytea NOT NULL,
    sequence        int NOT NULL,
    reason          text NOT NULL,
    made_by         uuid,
    made_at         timestamptz NOT NULL,
    published_at    timestamptz,
    ended_at        timestamptz,
    changed_at      timestamptz NOT NULL,
    version         bigint NOT NULL,
    CHECK ((minimum IS NULL) = (go_no_go_on IS NULL)),
    CHECK ((state IN ('FINISHED', 'ARCHIVED', 'CANCELLED')) = (ended_at IS NOT NULL))
);
CREATE INDEX seminar_starts ON seminar (starts_at, id);
CREATE INDEX seminar_opens ON seminar (opens_at) WHERE state = 'PUBLISHED';
CREATE INDEX seminar_closes ON seminar (closes_at) WHERE state = 'REGISTRATION_OPEN';
CREATE INDEX seminar_programme_of ON seminar (programme) WHERE programme IS NOT NULL;

-- Addresses that a seminar has, or has had.
CREATE TABLE seminar_slug (
    slug    text PRIMARY KEY,
    seminar uuid NOT NULL
);

CREATE TABLE seminar_day (
    id        uuid PRIMARY KEY,
    seminar   uuid NOT NULL REFERENCES seminar,
    number    int NOT NULL CHECK (number > 0),
    date      date NOT NULL,
    starts    time NOT NULL,
    ends      time NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    CHECK (ends > starts)
);
CREATE INDEX seminar_day_of ON seminar_day (seminar, number);
CREATE INDEX seminar_day_at ON seminar_day (starts_at, ends_at);

CREATE TABLE seminar_part (
    seminar  uuid NOT NULL REFERENCES seminar,
    position int NOT NULL,
    day      uuid NOT NULL REFERENCES seminar_day,
    title    jsonb NOT NULL,
    starts   time NOT NULL,
    ends     time NOT NULL,
    room     text NOT NULL,
    track    text NOT NULL,
    PRIMARY KEY (seminar, position),
    CHECK (ends > starts)
);

-- Seats that only some may take.
CREATE TABLE seminar_group (
    id       uuid PRIMARY KEY,
    seminar  uuid NOT NULL REFERENCES seminar,
    position int NOT NULL,
    name     text NOT NULL,
    members  uuid[] NOT NULL,
    bodies   uuid[] NOT NULL,
    seats    int NOT NULL CHECK (seats > 0),
    until    timestamptz,
    -- whether its unused seats were given to all
    released boolean NOT NULL
);
CREATE INDEX seminar_group_of ON seminar_group (seminar, position);
CREATE INDEX seminar_group_until ON seminar_group (until) WHERE NOT released;

CREATE TABLE seminar_question (
    id       uuid PRIMARY KEY,
    seminar  uuid NOT NULL REFERENCES seminar,
    position int NOT NULL,
    label    jsonb NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('TEXT', 'CHOICE', 'NUMBER', 'YES_NO')),
    choices  jsonb NOT NULL,
    required boolean NOT NULL
);
CREATE INDEX seminar_question_of ON seminar_question (seminar, position);

-- Who teaches; what they may do in the seminar follows from their role in it.
CREATE TABLE seminar_trainer (
    seminar  uuid NOT NULL REFERENCES seminar,
    position int NOT NULL,
    person   uuid,
    name     text NOT NULL,
    role     text NOT NULL CHECK (role IN ('LEAD', 'TRAINER', 'ASSISTANT', 'HELPER')),
    PRIMARY KEY (seminar, position),
    CHECK (person IS NOT NULL OR name <> '')
);
CREATE UNIQUE INDEX seminar_trainer_once ON seminar_trainer (person, seminar) WHERE person IS NOT NULL;

CREATE TABLE seminar_material (
    id       uuid PRIMARY KEY,
    seminar  uuid NOT NULL REFERENCES seminar,
    title    text NOT NULL,
    audience text NOT NULL CHECK (audience IN ('ALL', 'PARTICIPANTS', 'TEAM', 'AFTER_ATTENDANCE')),
    version  int NOT NULL CHECK (version > 0),
    link     text,
    read     int NOT NULL,
    added_at timestamptz NOT NULL
);
CREATE INDEX seminar_material_of ON seminar_material (seminar, added_at, id);

-- The files that a material has been, the newest last.
CREATE TABLE seminar_material_file (
    material uuid NOT NULL REFERENCES seminar_material,
    version  int NOT NULL,
    file     uuid NOT NULL,
    added_by uuid,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (material, version)
);
CREATE UNIQUE INDEX seminar_material_file_of ON seminar_material_file (file);
