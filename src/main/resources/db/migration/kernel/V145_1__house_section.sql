-- What the owners of the house have set in it. Read by everything, from the first moment of a start on; written by the pages of set-up.
CREATE TABLE house_section (
    name       text PRIMARY KEY,
    version    bigint      NOT NULL CHECK (version > 0),
    content    jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);
