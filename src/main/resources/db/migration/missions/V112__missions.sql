-- Missions and delegations: who travels, whom they visit, and what hosts say.
CREATE TABLE mission (
    id          uuid PRIMARY KEY,
    year        int NOT NULL,
    number      int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('DELEGATION', 'BUSINESS_MISSION')),
    state       text NOT NULL CHECK (state IN ('PLANNING', 'ROSTER_FIXED', 'CONFIRMED', 'ON_THE_ROAD', 'DEBRIEF', 'DONE', 'PAUSED', 'TERMINATED')),
    held_from   text,
    title       jsonb NOT NULL,
    about       jsonb,
    starts      date NOT NULL,
    ends        date NOT NULL,
    zone        text NOT NULL,
    coordinator uuid NOT NULL,
    -- whether everybody may know of it
    shown       boolean NOT NULL,
    -- whether it comes again each month
    monthly     boolean NOT NULL,
    -- from which one it was copied
    copied_from uuid REFERENCES mission,
    -- whose repetition it is: each has one
    repeats     uuid UNIQUE REFERENCES mission,
    reason      text NOT NULL,
    ended_on    date,
    purged_at   timestamptz,
    made_at     timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    UNIQUE (year, number),
    CHECK (starts <= ends),
    CHECK ((state = 'PAUSED') = (held_from IS NOT NULL)),
    CHECK (state <> 'TERMINATED' OR reason <> '')
);
CREATE INDEX mission_newest ON mission (year DESC, number DESC);
CREATE INDEX mission_shown ON mission (year DESC, number DESC) WHERE shown;
CREATE INDEX mission_days ON mission (starts, ends);
CREATE INDEX mission_purge ON mission (ends, id) WHERE purged_at IS NULL;
ALTER TABLE agreement ADD FOREIGN KEY (mission) REFERENCES mission;
CREATE INDEX agreement_mission ON agreement (mission) WHERE mission IS NOT NULL;

CREATE TABLE mission_goal (
    mission uuid NOT NULL REFERENCES mission,
    place   int NOT NULL CHECK (place > 0),
    text    jsonb NOT NULL,
    target  int NOT NULL CHECK (target > 0),
    reached int NOT NULL CHECK (reached >= 0),
    PRIMARY KEY (mission, place)
);

CREATE TABLE delegation (
    id        uuid PRIMARY KEY,
    mission   uuid NOT NULL REFERENCES mission,
    name      text NOT NULL,
    member    uuid,
    entry     uuid,
    head      text NOT NULL,
    email     text NOT NULL,
    language  text NOT NULL,
    filled_at timestamptz,
    made_at   timestamptz NOT NULL,
    CHECK (num_nonnulls(member, entry) <= 1)
);
CREATE INDEX delegation_of ON delegation (mission, made_at, id);
CREATE INDEX delegation_member ON delegation (member) WHERE member IS NOT NULL;

CREATE TABLE traveller (
    id         uuid PRIMARY KEY,
    delegation uuid NOT NULL REFERENCES delegation ON DELETE CASCADE,
    place      int NOT NULL,
    name       text NOT NULL,
    part       text NOT NULL CHECK (part IN ('HEAD', 'DELEGATE', 'EXPERT', 'INTERPRETER')),
    role       text NOT NULL,
    email      text NOT NULL,
    phone      text NOT NULL,
    languages  text NOT NULL,
    needs      text NOT NULL,
    -- the last day of the passport
    document   date
);
CREATE INDEX traveller_of ON traveller (delegation, place, id);

-- Whom to call: apart from everything else, since nobody but the coordinator reads it.
CREATE TABLE traveller_emergency (
    traveller uuid PRIMARY KEY REFERENCES traveller ON DELETE CASCADE,
    name      text NOT NULL,
    phone     text NOT NULL
);

CREATE TABLE mission_slot (
    id            uuid PRIMARY KEY,
    mission       uuid NOT NULL REFERENCES mission,
    day           date NOT NULL,
    starts        time NOT NULL,
    ends          time NOT NULL,
    zone          text NOT NULL,
    entry         uuid,
    place         text NOT NULL,
    purpose       text NOT NULL,
    transport     text NOT NULL,
    note          text NOT NULL,
    host_name     text NOT NULL,
    host_email    text NOT NULL,
    host_language text NOT NULL,
    host_state    text NOT NULL CHECK (host_state IN ('NOT_ASKED', 'ASKED', 'ACCEPTED', 'MOVED', 'DECLINED')),
    asked_at      timestamptz,
    said          text NOT NULL,
    -- another time that the host wishes
    wish_day      date,
    wish_starts   time,
    wish_ends     time,
    changed_at    timestamptz NOT NULL,
    version       bigint NOT NULL,
    CHECK (entry IS NOT NULL OR place <> ''),
    CHECK ((host_state = 'MOVED') = (wish_day IS NOT NULL)),
    CHECK ((wish_day IS NULL) = (wish_starts IS NULL) AND (wish_day IS NULL) = (wish_ends IS NULL))
);
CREATE INDEX slot_of ON mission_slot (mission, day, starts, id);
CREATE INDEX slot_entry ON mission_slot (entry) WHERE entry IS NOT NULL;
CREATE INDEX slot_day ON mission_slot (day);

-- Who goes; nobody here is everybody.
CREATE TABLE slot_who (
    slot       uuid NOT NULL REFERENCES mission_slot ON DELETE CASCADE,
    delegation uuid NOT NULL REFERENCES delegation ON DELETE CASCADE,
    PRIMARY KEY (slot, delegation)
);
CREATE INDEX slot_who_delegation ON slot_who (delegation);

CREATE TABLE slot_paper (
    file     uuid PRIMARY KEY,
    slot     uuid NOT NULL REFERENCES mission_slot,
    added_at timestamptz NOT NULL
);
CREATE INDEX slot_paper_of ON slot_paper (slot, added_at);
