-- Where people talk. Ids of people are held as they are: accounts owns them.

CREATE TABLE space (
    id          uuid PRIMARY KEY,
    address     text NOT NULL UNIQUE CHECK (address ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name        jsonb NOT NULL,
    description jsonb,
    visibility  text NOT NULL CHECK (visibility IN ('PUBLIC', 'MEMBERS')),
    position    int NOT NULL,
    version     bigint NOT NULL
);

CREATE TABLE thread (
    id           uuid PRIMARY KEY,
    -- what people see in addresses: never reused
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    space        uuid NOT NULL REFERENCES space,
    title        text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 160),
    language     text NOT NULL,
    author       uuid NOT NULL,
    started_at   timestamptz NOT NULL,
    -- counted up under this row's lock, so that posts are numbered without gaps and revisions commit in their order
    last_number  int NOT NULL,
    revision     bigint NOT NULL,
    last_post_at timestamptz NOT NULL
);
CREATE INDEX thread_newest_idx ON thread (last_post_at DESC, number DESC);
CREATE INDEX thread_newest_in_space_idx ON thread (space, last_post_at DESC, number DESC);

CREATE TABLE post (
    id         uuid PRIMARY KEY,
    thread     uuid NOT NULL REFERENCES thread,
    number     int NOT NULL CHECK (number > 0),
    author     uuid NOT NULL,
    language   text NOT NULL,
    text       text NOT NULL CHECK (char_length(text) <= 64000),
    html       text NOT NULL,
    renderer   int NOT NULL,
    excerpt    text NOT NULL,
    posted_at  timestamptz NOT NULL,
    edited_at  timestamptz,
    edited_by  uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    -- the thread's revision that this post's last change made
    revision   bigint NOT NULL,
    -- rises with each change of the text, not with reactions
    version    bigint NOT NULL,
    UNIQUE (thread, number),
    CHECK ((edited_at IS NULL) = (edited_by IS NULL)),
    CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
);
CREATE INDEX post_changes_idx ON post (thread, revision);

-- Earlier wordings of posts.
CREATE TABLE post_edit (
    post       uuid NOT NULL REFERENCES post,
    version    bigint NOT NULL,
    text       text NOT NULL,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (post, version)
);

CREATE TABLE reaction (
    post   uuid NOT NULL REFERENCES post,
    kind   text NOT NULL,
    person uuid NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (post, kind, person)
);

-- How far a person has read: one row per person and thread.
CREATE TABLE reading (
    person           uuid NOT NULL,
    thread           uuid NOT NULL REFERENCES thread,
    last_read_number int NOT NULL,
    last_read_at     timestamptz NOT NULL,
    PRIMARY KEY (person, thread)
);

CREATE TABLE draft (
    person   uuid NOT NULL,
    key      text NOT NULL,
    -- the id that the post will have, or the post that is being edited
    post     uuid NOT NULL,
    sequence bigint NOT NULL,
    title    text,
    text     text NOT NULL,
    language text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (person, key)
);
CREATE INDEX draft_post_idx ON draft (post);
