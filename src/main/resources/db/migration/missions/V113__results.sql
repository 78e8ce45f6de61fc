-- What came of projects and missions: each result once, however many have a part in it.
CREATE TABLE mission_result (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('JOBS', 'MONEY', 'AGREEMENT', 'EVENTS', 'AUDIENCE', 'PRODUCTS', 'OTHER')),
    state       text NOT NULL CHECK (state IN ('REPORTED', 'VERIFIED', 'REJECTED')),
    value       numeric(15, 2) NOT NULL CHECK (value > 0),
    text        text NOT NULL,
    language    text NOT NULL,
    happened_on date NOT NULL,
    link        text NOT NULL,
    agreement   uuid UNIQUE REFERENCES agreement,
    verified_by uuid,
    verified_at timestamptz,
    verdict     text NOT NULL,
    made_at     timestamptz NOT NULL,
    version     bigint NOT NULL,
    CHECK ((state = 'REPORTED') = (verified_by IS NULL)),
    CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
    CHECK ((kind = 'AGREEMENT') = (agreement IS NOT NULL)),
    CHECK (agreement IS NOT NULL OR link <> '')
);
CREATE INDEX result_newest ON mission_result (happened_on DESC, id DESC);

CREATE TABLE result_claim (
    result      uuid NOT NULL REFERENCES mission_result,
    -- a project or a mission
    subject     uuid NOT NULL,
    reported_by uuid NOT NULL,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (result, subject)
);
CREATE INDEX result_claim_of ON result_claim (subject, result);
