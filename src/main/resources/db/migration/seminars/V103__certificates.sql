CREATE TABLE seminar_certificate_code (
    year int PRIMARY KEY,
    last int NOT NULL CHECK (last > 0)
);

CREATE TABLE seminar_certificate (
    id           uuid PRIMARY KEY,
    year         int NOT NULL,
    number       int NOT NULL,
    -- 130 random bits
    code         text NOT NULL UNIQUE CHECK (code ~ '^[A-Z2-7]{26}$'),
    seminar      uuid NOT NULL REFERENCES seminar,
    registration uuid NOT NULL REFERENCES seminar_registration,
    person       uuid,
    state        text NOT NULL CHECK (state IN ('ISSUED', 'REVOKED', 'REPLACED')),
    -- all that is printed
    facts        jsonb NOT NULL,
    hours        numeric(6, 1) NOT NULL,
    valid_until  date,
    file         uuid NOT NULL,
    hash         bytea NOT NULL,
    issued_by    uuid NOT NULL,
    issued_at    timestamptz NOT NULL,
    ended_by     uuid,
    ended_at     timestamptz,
    reason       text NOT NULL,
    replaced_by  uuid REFERENCES seminar_certificate DEFERRABLE INITIALLY DEFERRED,
    version      bigint NOT NULL,
    UNIQUE (year, number),
    CHECK ((state = 'ISSUED') = (ended_at IS NULL)),
    CHECK ((state = 'REPLACED') = (replaced_by IS NOT NULL)),
    CHECK (state <> 'REVOKED' OR (reason <> '' AND ended_by <> issued_by))
);
CREATE UNIQUE INDEX seminar_certificate_standing ON seminar_certificate (registration) WHERE state = 'ISSUED';
CREATE INDEX seminar_certificate_of ON seminar_certificate (seminar, year DESC, number DESC);
CREATE INDEX seminar_certificate_person ON seminar_certificate (person, year DESC, number DESC) WHERE person IS NOT NULL;

-- What was certified never changes.
REVOKE UPDATE, DELETE, TRUNCATE ON seminar_certificate FROM "${applicationRole}";
GRANT UPDATE (state, ended_by, ended_at, reason, replaced_by, version) ON seminar_certificate TO "${applicationRole}";
