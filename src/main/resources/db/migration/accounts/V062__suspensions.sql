-- Who may not come in for now. A lifted one leaves: what happened stands in the audit trail, the reason apart from it.
CREATE TABLE suspension (
    person    uuid PRIMARY KEY REFERENCES person,
    reason    text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000),
    by_person uuid,
    since     timestamptz NOT NULL
);

COMMENT ON COLUMN suspension.by_person IS 'null where the house itself did it';
