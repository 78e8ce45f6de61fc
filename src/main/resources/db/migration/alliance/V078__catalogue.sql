-- Editions of the printed catalogue. The PDF is a file of its own, kept for the edition's id.
CREATE TABLE catalogue_edition (
    id         uuid PRIMARY KEY,
    filter     text NOT NULL,
    language   text NOT NULL,
    of_house   boolean NOT NULL,
    state      text NOT NULL CHECK (state IN ('WAITING', 'AT_WORK', 'WHOLE', 'FAILED')),
    wanted_by  uuid NOT NULL,
    wanted_at  timestamptz NOT NULL,
    attempts   integer NOT NULL DEFAULT 0,
    -- whoever is at work says so again and again; one who was stopped in the middle falls silent
    alive_at   timestamptz,
    worker     uuid,
    done       integer NOT NULL DEFAULT 0,
    entries    integer NOT NULL DEFAULT 0,
    pages      integer NOT NULL DEFAULT 0,
    file       uuid,
    size       bigint NOT NULL DEFAULT 0,
    made_at    timestamptz,
    CHECK ((state = 'WHOLE') = (file IS NOT NULL AND made_at IS NOT NULL)),
    CHECK ((state = 'AT_WORK') = (worker IS NOT NULL AND alive_at IS NOT NULL))
);
-- One at a time, in the whole cluster.
CREATE UNIQUE INDEX catalogue_edition_at_work ON catalogue_edition ((true)) WHERE state = 'AT_WORK';
CREATE INDEX catalogue_edition_waiting ON catalogue_edition (wanted_at, id) WHERE state = 'WAITING';
CREATE INDEX catalogue_edition_last ON catalogue_edition (language, made_at DESC) WHERE of_house AND state = 'WHOLE';
CREATE INDEX catalogue_edition_own ON catalogue_edition (wanted_by, wanted_at DESC);

COMMENT ON COLUMN catalogue_edition.filter IS 'as it stands in the address of the directory';
