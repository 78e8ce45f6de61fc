-- Whom a post speaks to: by name, or by answering a post of theirs.
CREATE TABLE addressed (
    post   uuid NOT NULL REFERENCES post,
    person uuid NOT NULL,
    named  boolean NOT NULL,
    PRIMARY KEY (post, person)
);
