-- What somebody does because of a recommendation, or of a strategy.
CREATE TABLE measure (
    id           uuid PRIMARY KEY,
    year         int NOT NULL,
    number       int NOT NULL,
    state        text NOT NULL CHECK (state IN ('PLANNED', 'COMMITTED', 'IN_PROGRESS', 'REPORTED_DONE', 'VERIFIED_IMPLEMENTED',
                                                'VERIFIED_PARTLY', 'VERIFIED_NOT', 'ON_HOLD', 'CANCELLED')),
    -- where it goes on from a pause
    held_from    text,
    title        jsonb NOT NULL,
    about        jsonb,
    -- whose it is: a member of the house or an entry of the directory
    owner_member uuid,
    owner_entry  uuid,
    implementer  text NOT NULL,
    starts       date NOT NULL,
    due          date NOT NULL,
    progress     int NOT NULL CHECK (progress BETWEEN 0 AND 100),
    schedule     text NOT NULL CHECK (schedule IN ('NONE', 'MONTHLY', 'QUARTERLY')),
    -- the strategy that it comes from, and what it is called there
    strategy     text NOT NULL,
    external     text NOT NULL,
    reported_by  uuid,
    reported_at  timestamptz,
    -- an association that was asked to say whether it was done
    verifier     uuid,
    verified_by  uuid,
    -- the association for which that was said; null for the office
    verified_for uuid,
    verified_at  timestamptz,
    verdict      text NOT NULL,
    reason       text NOT NULL,
    decision     uuid REFERENCES room_word,
    made_at      timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    version      bigint NOT NULL,
    UNIQUE (year, number),
    CHECK (num_nonnulls(owner_member, owner_entry) = 1),
    CHECK (starts <= due),
    CHECK ((state = 'ON_HOLD') = (held_from IS NOT NULL)),
    CHECK (state NOT IN ('COMMITTED', 'IN_PROGRESS', 'REPORTED_DONE') OR implementer <> ''),
    CHECK ((state IN ('VERIFIED_IMPLEMENTED', 'VERIFIED_PARTLY', 'VERIFIED_NOT')) = (verified_by IS NOT NULL)),
    CHECK (verified_by IS NULL OR verified_by IS DISTINCT FROM reported_by),
    CHECK (verifier IS NULL OR verifier IS DISTINCT FROM owner_member),
    CHECK (verified_for IS NULL OR verified_by IS NOT NULL)
);
CREATE INDEX measure_newest ON measure (year DESC, number DESC);
CREATE INDEX measure_states ON measure (state, year DESC, number DESC);
CREATE INDEX measure_owner ON measure (owner_member) WHERE owner_member IS NOT NULL;

CREATE TABLE measure_of (
    measure        uuid NOT NULL REFERENCES measure,
    recommendation uuid NOT NULL REFERENCES recommendation,
    PRIMARY KEY (measure, recommendation)
);
CREATE INDEX measure_of_recommendation ON measure_of (recommendation);

CREATE TABLE progress_report (
    id           uuid PRIMARY KEY,
    measure      uuid NOT NULL REFERENCES measure,
    state        text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    author       uuid NOT NULL,
    on_behalf_of uuid,
    language     text NOT NULL,
    text         text NOT NULL,
    progress     int NOT NULL CHECK (progress BETWEEN 0 AND 100),
    made_at      timestamptz NOT NULL,
    published_at timestamptz,
    published_by uuid,
    CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL))
);
CREATE INDEX progress_report_of ON progress_report (measure, made_at DESC);

-- When a report is due. Days that have a report stay, whatever becomes of the schedule.
CREATE TABLE report_day (
    measure uuid NOT NULL REFERENCES measure,
    due_on  date NOT NULL,
    report  uuid REFERENCES progress_report,
    -- how many days before, the last time that the owner was reminded
    told    int,
    PRIMARY KEY (measure, due_on)
);
CREATE INDEX report_day_open ON report_day (due_on, measure) WHERE report IS NULL;

CREATE TABLE measure_evidence (
    id       uuid PRIMARY KEY,
    measure  uuid NOT NULL REFERENCES measure,
    file     uuid,
    link     text NOT NULL,
    about    text NOT NULL,
    added_by uuid,
    added_at timestamptz NOT NULL,
    CHECK ((file IS NULL) <> (link = ''))
);
CREATE INDEX measure_evidence_of ON measure_evidence (measure, added_at);
