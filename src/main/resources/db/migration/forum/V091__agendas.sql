-- What sessions are about.
CREATE TABLE agenda_section (
    id       uuid PRIMARY KEY,
    session  uuid NOT NULL REFERENCES forum_session,
    position int NOT NULL,
    title    jsonb NOT NULL
);
CREATE INDEX agenda_section_session ON agenda_section (session, position);

CREATE TABLE agenda_item (
    id            uuid PRIMARY KEY,
    -- for whose sessions it is; null for sessions that belong to no series
    series        uuid REFERENCES forum_series,
    -- for which it was wished
    wished        uuid REFERENCES forum_session,
    state         text NOT NULL CHECK (state IN ('PROPOSED', 'BACKLOG', 'SCHEDULED', 'DECLINED', 'MERGED')),
    session       uuid REFERENCES forum_session,
    section       uuid REFERENCES agenda_section,
    position      int NOT NULL,
    title         jsonb NOT NULL,
    -- Markdown, in the language in which the title was written first
    context       text NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('INFO', 'DISCUSS', 'DECIDE')),
    visibility    text NOT NULL CHECK (visibility IN ('COMMON', 'INTERNAL')),
    minutes       int NOT NULL CHECK (minutes > 0),
    expected      text NOT NULL,
    presenter     uuid,
    proposer      uuid,
    on_behalf_of  uuid,
    -- stands on each agenda of its series
    standing      boolean NOT NULL,
    thread        uuid,
    thread_number bigint,
    -- comes from a thread that only those who belong to the house may read
    members_only  boolean NOT NULL,
    posts         int NOT NULL,
    writers       int NOT NULL,
    people        int NOT NULL,
    associations  int NOT NULL,
    reason        text NOT NULL,
    merged_into   uuid REFERENCES agenda_item,
    proposed_at   timestamptz NOT NULL,
    decided_at    timestamptz,
    version       bigint NOT NULL,
    CHECK ((state = 'SCHEDULED') = (session IS NOT NULL)),
    CHECK ((session IS NULL) = (section IS NULL)),
    CHECK ((state = 'MERGED') = (merged_into IS NOT NULL)),
    CHECK ((thread IS NULL) = (thread_number IS NULL))
);
CREATE INDEX agenda_item_session ON agenda_item (session, position) WHERE session IS NOT NULL;
CREATE INDEX agenda_item_proposals ON agenda_item (series, proposed_at, id) WHERE state = 'PROPOSED';
CREATE INDEX agenda_item_backlog ON agenda_item (series, proposed_at, id) WHERE state = 'BACKLOG';
CREATE INDEX agenda_item_proposer ON agenda_item (proposer, id DESC);
CREATE INDEX agenda_item_thread ON agenda_item (thread) WHERE thread IS NOT NULL;
CREATE INDEX agenda_item_into ON agenda_item (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE agenda_paper (
    item     uuid NOT NULL REFERENCES agenda_item,
    file     uuid NOT NULL,
    added_by uuid,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (item, file)
);
