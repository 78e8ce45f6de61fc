-- Each attempt to keep a backup. What happened to files that people move or delete themselves is not known here. Never part of a backup.
CREATE TABLE backup (
    id         uuid PRIMARY KEY,
    reason     text NOT NULL CHECK (reason IN ('NIGHT', 'MIGRATION', 'WISH')),
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    file       text,
    size       bigint,
    table_rows bigint,
    files      bigint,
    lost_files bigint,
    program    text,
    failure    text,
    pruned_at  timestamptz,
    CHECK (failure IS NULL OR file IS NULL)
);

COMMENT ON COLUMN backup.file IS 'the name of the whole and verified file; null while it is made, and where it failed';
COMMENT ON COLUMN backup.lost_files IS 'files that the house should have and could not find, or whose bytes are no longer what they were';

CREATE INDEX backup_newest ON backup (begun_at DESC, id DESC);

-- From which backup the house was restored. Letters stay in the house until somebody releases them.
CREATE TABLE restoration (
    id          uuid PRIMARY KEY,
    restored_at timestamptz NOT NULL,
    kept_at     timestamptz NOT NULL,
    program     text NOT NULL,
    settled_at  timestamptz,
    released_at timestamptz
);
