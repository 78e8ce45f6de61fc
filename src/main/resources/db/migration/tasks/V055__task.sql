-- What waits for somebody now. A row goes with the act that settles it: who did that, and when, is in the trail of the thing itself.
CREATE TABLE task (
    key         text PRIMARY KEY CHECK (char_length(key) BETWEEN 1 AND 200),
    audience    text NOT NULL,
    message_key text NOT NULL,
    arguments   text[] NOT NULL,
    path        text NOT NULL,
    due_at      timestamptz,
    opened_at   timestamptz NOT NULL
);

COMMENT ON COLUMN task.audience IS 'whom it waits for, such as person:<id> or role:OFFICER';

CREATE INDEX task_owed ON task (audience, opened_at, key);
