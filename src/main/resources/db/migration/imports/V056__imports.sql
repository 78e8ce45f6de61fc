-- Files that were brought in, row by row. What a row made belongs to the module of its kind; here stands only its id.

CREATE TABLE import_batch (
    id           uuid PRIMARY KEY,
    -- what people see in addresses: never reused
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind         text NOT NULL,
    file_name    text NOT NULL CHECK (char_length(file_name) <= 255),
    encoding     text NOT NULL CHECK (encoding IN ('UTF_8', 'UTF_16', 'WINDOWS_1251')),
    separator    text NOT NULL,
    -- codes of the columns that the file has, in its order: cells of rows stand in the same order
    columns      text[] NOT NULL,
    unused       text[] NOT NULL,
    state        text NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'BRINGING_IN', 'DONE', 'TAKING_BACK', 'TAKEN_BACK')),
    rows         int NOT NULL,
    -- the line that the present step has come to; a killed program goes on behind it
    position     int NOT NULL,
    done         int NOT NULL,
    todo         int NOT NULL,
    counts       jsonb NOT NULL,
    trouble      text,
    taken_by     uuid NOT NULL,
    taken_at     timestamptz NOT NULL,
    -- on whose wish the present step is done
    wished_by    uuid NOT NULL,
    touched_at   timestamptz NOT NULL,
    settled_at   timestamptz,
    forgotten_at timestamptz,
    version      bigint NOT NULL
);
CREATE INDEX import_batch_at_work ON import_batch (touched_at) WHERE state IN ('CHECKING', 'BRINGING_IN', 'TAKING_BACK');

CREATE TABLE import_row (
    batch    uuid NOT NULL REFERENCES import_batch ON DELETE CASCADE,
    line     int NOT NULL CHECK (line > 0),
    state    text NOT NULL CHECK (state IN ('WAITING', 'NEW', 'SAME', 'CONFLICT', 'INVALID', 'MADE', 'TAKEN_BACK', 'KEPT')),
    cells    text[] NOT NULL,
    identity bytea CHECK (octet_length(identity) = 32),
    subject  uuid,
    mark     text CHECK (char_length(mark) <= 200),
    said     jsonb,
    PRIMARY KEY (batch, line)
);
CREATE INDEX import_row_state ON import_row (batch, state, line);

COMMENT ON COLUMN import_row.identity IS 'SHA-256 of what the row is recognised by, which may be a mail address';
COMMENT ON COLUMN import_row.mark IS 'what the kind noted in order to tell later whether somebody has touched the subject';
COMMENT ON COLUMN import_row.said IS 'problems and differences that are shown beside the row';

-- What was made of which row, so that the same file again finds it. Outlives the rows.
CREATE TABLE import_memory (
    kind     text NOT NULL,
    identity bytea NOT NULL CHECK (octet_length(identity) = 32),
    subject  uuid NOT NULL,
    batch    uuid NOT NULL,
    PRIMARY KEY (kind, identity)
);
