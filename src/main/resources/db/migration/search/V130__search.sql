-- What is found, by stems and positions that the program makes. Ids and audiences are held as they are: other modules own them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE search_document (
    kind     text NOT NULL,
    id       uuid NOT NULL,
    -- what stands for several documents in a list
    within   uuid NOT NULL,
    -- is found by its title and names
    leads    boolean NOT NULL,
    at       timestamptz NOT NULL,
    audience text[] NOT NULL,
    words    tsvector NOT NULL,
    -- of what leads: the words of title and names as they are written, and the same as one text in Latin letters
    head     tsvector,
    title    text,
    PRIMARY KEY (kind, id),
    CHECK (leads = (head IS NOT NULL) AND leads = (title IS NOT NULL))
) WITH (toast_tuple_target = 128);
-- The newest of very many that hold a word are picked by what stands beside the words: rows stay small, and words are read of the picked.
ALTER TABLE search_document ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE INDEX search_document_words ON search_document USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_document_head ON search_document USING gin (head) WITH (fastupdate = off) WHERE leads;
CREATE INDEX search_document_title ON search_document USING gin (title gin_trgm_ops) WITH (fastupdate = off) WHERE leads;

-- What has changed and is to be read again, in the transaction that changed it. The same thing may stand here often: nobody waits for anybody.
CREATE TABLE search_changed (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text NOT NULL,
    id       uuid NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    due      timestamptz NOT NULL DEFAULT now()
);

-- How far the reading of everything has come, for each kind.
CREATE TABLE search_rebuild (
    kind       text PRIMARY KEY,
    -- of the analysis that it is read with
    version    int NOT NULL,
    -- the last id that was read
    position   uuid,
    settled_at timestamptz
);

-- Every stem there is, for words with a slip of the finger in them.
CREATE TABLE search_word (
    word  text PRIMARY KEY,
    -- in Latin letters: trigrams know those of the database's locale alone
    latin text NOT NULL
);
CREATE INDEX search_word_like ON search_word USING gin (latin gin_trgm_ops) WITH (fastupdate = off);
