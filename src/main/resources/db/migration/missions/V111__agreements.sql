-- The register of agreements.
CREATE TABLE agreement (
    id          uuid PRIMARY KEY,
    year        int NOT NULL,
    number      int NOT NULL,
    -- EXPIRED is told by the calendar
    state       text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED_PARTLY', 'IN_FORCE', 'ENDED', 'RENEWED_BY')),
    kind        text NOT NULL CHECK (kind IN ('MOU', 'CONTRACT', 'TWINNING', 'GRANT')),
    title       jsonb NOT NULL,
    -- what everybody may read of it
    summary     jsonb,
    starts      date,
    ends        date,
    file        uuid,
    -- SHA-256 of the file
    hash        bytea,
    project     uuid REFERENCES mentor_project,
    mission     uuid,
    renews      uuid REFERENCES agreement,
    renewed_by  uuid REFERENCES agreement,
    reason      text NOT NULL,
    entered_by  uuid,
    in_force_at timestamptz,
    ended_on    date,
    -- the last day of which the office was reminded
    reminded    date,
    made_at     timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    UNIQUE (year, number),
    CHECK (starts <= ends),
    CHECK ((file IS NULL) = (hash IS NULL)),
    CHECK (state NOT IN ('SIGNED_PARTLY', 'IN_FORCE', 'RENEWED_BY') OR hash IS NOT NULL),
    CHECK (state NOT IN ('IN_FORCE', 'RENEWED_BY') OR (in_force_at IS NOT NULL AND starts IS NOT NULL)),
    CHECK ((state = 'RENEWED_BY') = (renewed_by IS NOT NULL)),
    CHECK (state <> 'ENDED' OR reason <> '')
);
CREATE INDEX agreement_newest ON agreement (year DESC, number DESC);
CREATE INDEX agreement_states ON agreement (state, year DESC, number DESC);
CREATE INDEX agreement_public ON agreement (year DESC, number DESC) WHERE summary IS NOT NULL AND in_force_at IS NOT NULL;
CREATE INDEX agreement_ends ON agreement (ends, id) WHERE state = 'IN_FORCE';
CREATE INDEX agreement_project ON agreement (project) WHERE project IS NOT NULL;

CREATE TABLE agreement_party (
    agreement   uuid NOT NULL REFERENCES agreement,
    place       int NOT NULL CHECK (place > 0),
    member      uuid,
    entry       uuid,
    name        text NOT NULL,
    signer      text NOT NULL,
    signed_on   date,
    recorded_by uuid,
    PRIMARY KEY (agreement, place),
    CHECK (num_nonnulls(member, entry, nullif(name, '')) = 1),
    CHECK ((signed_on IS NULL) = (signer = ''))
);
CREATE INDEX agreement_party_member ON agreement_party (member) WHERE member IS NOT NULL;

-- As what it stands in the directory.
CREATE TABLE agreement_relation (
    relation  uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES agreement,
    one       uuid NOT NULL,
    other     uuid NOT NULL,
    UNIQUE (agreement, one, other)
);
