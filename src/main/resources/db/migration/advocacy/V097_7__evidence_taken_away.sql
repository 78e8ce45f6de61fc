-- What was cited once and does not stand any more: trails remember it, and it concerns nobody.
CREATE TABLE recommendation_evidence_gone (
    recommendation uuid NOT NULL REFERENCES recommendation,
    kind           text NOT NULL CHECK (kind IN ('THREAD', 'POST')),
    subject        uuid NOT NULL,
    PRIMARY KEY (recommendation, kind, subject)
);
