-- What authorities and donors are asked for, by the words of the room.
CREATE TABLE advocacy_code (
    -- R: recommendations, M: measures
    kind text NOT NULL CHECK (kind IN ('R', 'M')),
    year int NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (kind, year)
);

-- What the room has confirmed. Nothing is adopted, retired or cancelled in its name without one of these.
CREATE TABLE room_word (
    outcome  uuid PRIMARY KEY,
    kind     text NOT NULL CHECK (kind IN ('DECISION', 'RECOMMENDATION')),
    session  uuid NOT NULL,
    item     uuid NOT NULL,
    text     jsonb NOT NULL,
    heard_at timestamptz NOT NULL
);
CREATE INDEX room_word_newest ON room_word (heard_at DESC, outcome DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON room_word FROM "${applicationRole}";

CREATE TABLE recommendation (
    id            uuid PRIMARY KEY,
    year          int NOT NULL,
    number        int NOT NULL,
    state         text NOT NULL CHECK (state IN ('DRAFT', 'PROPOSED', 'IN_CONSULTATION', 'ADOPTED', 'ACTIVE', 'CLOSED',
                                                 'RETIRED', 'SUPERSEDED')),
    title         jsonb NOT NULL,
    problem       jsonb,
    affected      jsonb,
    proposal      jsonb,
    by_when       date,
    -- who began it; null where the house did, from what the room had confirmed
    author        uuid,
    -- the word of the room that it rests on
    outcome       uuid UNIQUE REFERENCES room_word,
    made_at       timestamptz NOT NULL,
    proposed_at   timestamptz,
    public_at     timestamptz,
    -- the last day on which its wording is open
    consult_until date,
    adopted_at    timestamptz,
    -- the text as it was adopted, and its SHA-256
    frozen        text,
    hash          bytea,
    active_at     timestamptz,
    ended_at      timestamptz,
    retired_as    text CHECK (retired_as IN ('DUPLICATE', 'OVERTAKEN', 'NOT_FEASIBLE', 'DONE_ELSEWHERE', 'OTHER')),
    reason        text NOT NULL,
    superseded_by uuid REFERENCES recommendation,
    changed_at    timestamptz NOT NULL,
    version       bigint NOT NULL,
    UNIQUE (year, number),
    CHECK (state NOT IN ('ADOPTED', 'ACTIVE', 'CLOSED', 'SUPERSEDED') OR (outcome IS NOT NULL AND hash IS NOT NULL)),
    CHECK ((frozen IS NULL) = (hash IS NULL)),
    CHECK ((state = 'RETIRED') = (retired_as IS NOT NULL)),
    CHECK ((state = 'SUPERSEDED') = (superseded_by IS NOT NULL))
);
CREATE INDEX recommendation_newest ON recommendation (year DESC, number DESC);
CREATE INDEX recommendation_public ON recommendation (year DESC, number DESC) WHERE public_at IS NOT NULL;
CREATE INDEX recommendation_states ON recommendation (state, year DESC, number DESC);

-- What shows that the problem is there.
CREATE TABLE recommendation_evidence (
    recommendation uuid NOT NULL REFERENCES recommendation,
    kind           text NOT NULL CHECK (kind IN ('THREAD', 'POST', 'ENTRY', 'FILE')),
    subject        uuid NOT NULL,
    added_at       timestamptz NOT NULL,
    added_by       uuid,
    PRIMARY KEY (recommendation, kind, subject)
);

-- Who stands behind it. Who took it back may give it again; each counts once.
CREATE TABLE endorsement (
    recommendation uuid NOT NULL REFERENCES recommendation,
    person         uuid NOT NULL,
    -- the association for which it was given; null for the person themselves
    association    uuid,
    -- two capital letters; null where nobody knows
    country        text,
    given_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX endorsement_person ON endorsement (recommendation, person) WHERE association IS NULL;
CREATE UNIQUE INDEX endorsement_association ON endorsement (recommendation, association) WHERE association IS NOT NULL;
CREATE INDEX endorsement_of ON endorsement (person);
