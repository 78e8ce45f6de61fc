-- What a person was told. It holds no words: they are asked for whenever it is shown.
CREATE TABLE notice (
    person  uuid NOT NULL,
    id      uuid NOT NULL,
    kind    text NOT NULL,
    subject uuid NOT NULL,
    told_at timestamptz NOT NULL,
    read_at timestamptz,
    PRIMARY KEY (person, id)
);

COMMENT ON COLUMN notice.id IS 'made from the key of the fact: the same fact is the same notice, and told to a person once';

CREATE INDEX notice_newest ON notice (person, told_at, id);
CREATE INDEX notice_unread ON notice (person, told_at, id) WHERE read_at IS NULL;
-- Rows lie in the order of their age: a few pages say where the old ones are.
CREATE INDEX notice_by_age ON notice USING brin (told_at);

-- What is still to be done for a notice after its commit. The row goes when its letters are posted.
CREATE TABLE telling (
    id      uuid PRIMARY KEY,
    notice  uuid NOT NULL,
    kind    text NOT NULL,
    subject uuid NOT NULL,
    people  uuid[] NOT NULL,
    told_at timestamptz NOT NULL,
    laid    boolean NOT NULL
);

COMMENT ON COLUMN telling.laid IS 'whether the notice lies in the inboxes already';
