-- Who wants to be erased, or was. What is looked for in the tables of all modules stands here meanwhile, and goes with the last step.
CREATE TABLE erasure (
    person       uuid PRIMARY KEY REFERENCES person,
    -- null where the house does again what was done before its data were brought back from a copy
    asked_by     uuid,
    asked_at     timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    -- whether the sign-in was closed for the wait, and was open before
    closed       boolean NOT NULL,
    shown_name   text,
    certificates boolean NOT NULL,
    name         text,
    address      text,
    done         text[] NOT NULL DEFAULT '{}',
    done_at      timestamptz,
    CHECK ((done_at IS NULL) = (name IS NOT NULL)),
    CHECK (done_at IS NULL OR (address IS NULL AND shown_name IS NULL))
);
CREATE INDEX erasure_due ON erasure (due_at) WHERE done_at IS NULL;

-- Copies that people made of their own data. They lie here for a day.
CREATE TABLE own_copy (
    id        uuid PRIMARY KEY,
    person    uuid NOT NULL REFERENCES person,
    language  text NOT NULL,
    zone      text NOT NULL,
    state     text NOT NULL CHECK (state IN ('WAITING', 'READY', 'FAILED')),
    wanted_at timestamptz NOT NULL,
    attempts  int NOT NULL DEFAULT 0,
    made_at   timestamptz,
    file      uuid,
    size      bigint,
    CHECK ((state = 'READY') = (file IS NOT NULL AND made_at IS NOT NULL))
);
CREATE UNIQUE INDEX own_copy_waiting ON own_copy (person) WHERE state = 'WAITING';
CREATE INDEX own_copy_person ON own_copy (person, wanted_at DESC);
