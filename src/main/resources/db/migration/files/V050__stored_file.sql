-- Content is kept once however many files have it. The row comes before the bytes and goes after them, so that no file can lose its bytes.
CREATE TABLE file_content (
    sha256      bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
    size        bigint NOT NULL,
    touched_at  timestamptz NOT NULL
);

COMMENT ON COLUMN file_content.touched_at IS 'when somebody last stored these bytes; only content untouched for a day is ever swept';

CREATE TABLE stored_file (
    id          uuid PRIMARY KEY,
    module      text NOT NULL,
    object      uuid NOT NULL,
    uploader    uuid NOT NULL,
    name        text NOT NULL CHECK (octet_length(name) <= 255),
    type        text NOT NULL,
    sha256      bytea NOT NULL REFERENCES file_content (sha256),
    size        bigint NOT NULL,
    width       integer,
    height      integer,
    small       bytea REFERENCES file_content (sha256),
    small_type  text,
    created_at  timestamptz NOT NULL,
    CHECK ((width IS NULL) = (height IS NULL)),
    CHECK (small IS NULL OR width IS NOT NULL),
    CHECK ((small IS NULL) = (small_type IS NULL))
);

COMMENT ON COLUMN stored_file.small IS 'the same picture for lists; null where the picture itself is small enough';

CREATE INDEX stored_file_object ON stored_file (module, object, id);
CREATE INDEX stored_file_content ON stored_file (sha256);
CREATE INDEX stored_file_small ON stored_file (small) WHERE small IS NOT NULL;

-- Signs the addresses of private files: one key for all nodes, from the server's strong random numbers.
CREATE TABLE file_signing_key (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    key     bytea NOT NULL CHECK (octet_length(key) = 32)
);

INSERT INTO file_signing_key (key)
SELECT sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea);

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON file_signing_key FROM "${applicationRole}";
