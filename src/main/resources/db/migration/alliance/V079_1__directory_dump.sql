-- Copies of the whole public directory, one for each night. The ZIP is a file of its own, kept for the copy's id.
CREATE TABLE directory_dump (
    id      uuid PRIMARY KEY,
    -- the day that this night begins: of two who make one at the same time, the second finds it made
    night   date NOT NULL UNIQUE,
    made_at timestamptz NOT NULL,
    file    uuid NOT NULL,
    size    bigint NOT NULL,
    sha256  text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
