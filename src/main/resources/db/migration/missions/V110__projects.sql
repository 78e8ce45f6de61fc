-- Mentorship projects, and the codes of all that is kept beside them.
CREATE TABLE missions_code (
    -- P: projects, A: agreements, D: missions and delegations
    kind text NOT NULL CHECK (kind IN ('P', 'A', 'D')),
    year int NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (kind, year)
);

CREATE TABLE mentor_project (
    id               uuid PRIMARY KEY,
    year             int NOT NULL,
    number           int NOT NULL,
    state            text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'CLOSING', 'COMPLETED', 'FOLLOW_UP', 'ARCHIVED', 'TERMINATED')),
    -- where it goes on from a pause
    held_from        text,
    title            jsonb NOT NULL,
    goal             jsonb,
    -- for whom it is done: a member of the house or an entry of the directory
    client_member    uuid,
    client_entry     uuid,
    -- who gets letters for the client, with or without an account
    contact_name     text NOT NULL,
    contact_email    text NOT NULL,
    contact_language text NOT NULL,
    consultant       uuid NOT NULL,
    coordinator      uuid NOT NULL,
    starts           date NOT NULL,
    ends             date NOT NULL,
    -- the newest meeting of the log
    last_contact     date,
    -- since when nobody has met: the newest meeting, the beginning, or the end of a pause
    silent_since     date NOT NULL,
    -- the silence that was told of last, by its beginning
    told_silent      date,
    thread           bigint,
    reason           text NOT NULL,
    made_at          timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    version          bigint NOT NULL,
    UNIQUE (year, number),
    CHECK (num_nonnulls(client_member, client_entry) = 1),
    CHECK (starts <= ends),
    CHECK ((state = 'PAUSED') = (held_from IS NOT NULL)),
    CHECK (state <> 'TERMINATED' OR reason <> '')
);
CREATE INDEX mentor_project_newest ON mentor_project (year DESC, number DESC);
CREATE INDEX mentor_project_consultant ON mentor_project (consultant, year DESC, number DESC);
CREATE INDEX mentor_project_coordinator ON mentor_project (coordinator);
CREATE INDEX mentor_project_client ON mentor_project (client_member) WHERE client_member IS NOT NULL;
CREATE INDEX mentor_project_silent ON mentor_project (silent_since, id) WHERE state IN ('RUNNING', 'CLOSING');

CREATE TABLE project_stage (
    id      uuid PRIMARY KEY,
    project uuid NOT NULL REFERENCES mentor_project,
    place   int NOT NULL CHECK (place > 0),
    state   text NOT NULL CHECK (state IN ('AHEAD', 'CURRENT', 'AT_GATE', 'DONE', 'STOPPED')),
    title   jsonb NOT NULL,
    due     date NOT NULL,
    gate    boolean NOT NULL,
    -- who has asked for the decision that waits
    asked_by uuid,
    version bigint NOT NULL,
    UNIQUE (project, place) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((state = 'AT_GATE') = (asked_by IS NOT NULL)),
    CHECK (gate OR state NOT IN ('AT_GATE', 'STOPPED'))
);
CREATE UNIQUE INDEX project_stage_current ON project_stage (project) WHERE state IN ('CURRENT', 'AT_GATE');

-- What was asked and decided at gates. Whoever decides has not asked.
CREATE TABLE gate_decision (
    id         uuid PRIMARY KEY,
    stage      uuid NOT NULL REFERENCES project_stage,
    asked_by   uuid NOT NULL,
    asked_at   timestamptz NOT NULL,
    asked      text NOT NULL,
    verdict    text CHECK (verdict IN ('GO', 'REWORK', 'STOP')),
    decided_by uuid,
    decided_at timestamptz,
    decided    text NOT NULL,
    CHECK ((verdict IS NULL) = (decided_by IS NULL)),
    CHECK ((verdict IS NULL) = (decided_at IS NULL)),
    CHECK (decided_by IS DISTINCT FROM asked_by)
);
CREATE UNIQUE INDEX gate_decision_waiting ON gate_decision (stage) WHERE verdict IS NULL;
CREATE INDEX gate_decision_of ON gate_decision (stage, asked_at);

CREATE TABLE plan_item (
    id         uuid PRIMARY KEY,
    stage      uuid NOT NULL REFERENCES project_stage ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('GOAL', 'TASK', 'DELIVERABLE')),
    text       jsonb NOT NULL,
    due        date,
    -- how far a goal is, where its tasks do not say it
    percent    int NOT NULL CHECK (percent BETWEEN 0 AND 100),
    from_tasks boolean NOT NULL,
    comment    text NOT NULL,
    done_at    timestamptz,
    done_by    uuid,
    file       uuid,
    link       text NOT NULL,
    -- whether somebody owes it now
    opened     boolean NOT NULL DEFAULT false,
    made_at    timestamptz NOT NULL,
    CHECK ((kind = 'TASK') = (due IS NOT NULL)),
    CHECK (kind = 'GOAL' OR (percent = 0 AND NOT from_tasks)),
    CHECK (kind = 'DELIVERABLE' OR (file IS NULL AND link = ''))
);
CREATE INDEX plan_item_of ON plan_item (stage, made_at, id);
CREATE INDEX plan_item_due ON plan_item (due, id) WHERE kind = 'TASK' AND done_at IS NULL AND NOT opened;

CREATE TABLE log_row (
    id          uuid PRIMARY KEY,
    project     uuid NOT NULL REFERENCES mentor_project,
    state       text NOT NULL CHECK (state IN ('NOTED', 'WAITING', 'DISPUTED', 'CONFIRMED', 'ASSUMED')),
    held_on     date NOT NULL,
    minutes     int NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    present     text NOT NULL,
    topics      text NOT NULL,
    agreed      text NOT NULL,
    next        text NOT NULL,
    language    text NOT NULL,
    author      uuid NOT NULL,
    asked_at    timestamptz,
    settled_at  timestamptz,
    -- who has confirmed it signed in; null where it was by link or by silence
    settled_by  uuid,
    objection   text NOT NULL,
    written_at  timestamptz NOT NULL,
    version     bigint NOT NULL,
    CHECK ((state IN ('CONFIRMED', 'ASSUMED')) = (settled_at IS NOT NULL)),
    CHECK (state NOT IN ('WAITING', 'ASSUMED') OR asked_at IS NOT NULL),
    CHECK (state <> 'DISPUTED' OR objection <> '')
);
CREATE INDEX log_row_of ON log_row (project, held_on DESC, id DESC);
CREATE INDEX log_row_held ON log_row (held_on);
CREATE INDEX log_row_waiting ON log_row (asked_at, id) WHERE state = 'WAITING';

CREATE TABLE project_paper (
    file     uuid PRIMARY KEY,
    project  uuid NOT NULL REFERENCES mentor_project,
    about    text NOT NULL,
    added_by uuid,
    added_at timestamptz NOT NULL
);
CREATE INDEX project_paper_of ON project_paper (project, added_at);

-- When it is looked again what came of a project or a mission.
CREATE TABLE follow_up (
    id      uuid PRIMARY KEY,
    -- a project or a mission
    subject uuid NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('PROJECT', 'MISSION')),
    day     int NOT NULL CHECK (day > 0),
    due     date NOT NULL,
    -- whether somebody owes it now
    opened  boolean NOT NULL,
    done_at timestamptz,
    done_by uuid,
    words   text NOT NULL,
    UNIQUE (subject, day),
    CHECK ((done_at IS NULL) = (words = ''))
);
CREATE INDEX follow_up_due ON follow_up (due, id) WHERE NOT opened AND done_at IS NULL;
