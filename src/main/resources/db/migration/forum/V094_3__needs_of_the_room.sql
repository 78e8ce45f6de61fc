-- Whoever goes on with a need that the room has confirmed writes a post: once that is stated as a need, its thread is what became of the outcome.
CREATE TABLE outcome_need (
    -- the first of the thread, from before it is posted
    post          uuid PRIMARY KEY,
    outcome       uuid NOT NULL REFERENCES outcome,
    person        uuid NOT NULL,
    begun_at      timestamptz NOT NULL,
    -- null until it is stated
    thread        uuid,
    thread_number bigint,
    CHECK ((thread IS NULL) = (thread_number IS NULL))
);
CREATE UNIQUE INDEX outcome_need_stated ON outcome_need (outcome) WHERE thread IS NOT NULL;
