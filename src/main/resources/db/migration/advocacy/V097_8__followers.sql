-- Who wants to hear what becomes of a recommendation or a measure.
CREATE TABLE advocacy_follower (
    subject uuid NOT NULL,
    person  uuid NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (subject, person)
);
CREATE INDEX advocacy_follower_person ON advocacy_follower (person);
