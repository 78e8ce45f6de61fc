-- A letter that was given up and that somebody has put aside: it is kept, so that it is not posted again, and no longer asked about.
ALTER TABLE letter ADD COLUMN put_aside_at timestamptz;

CREATE INDEX letter_given_up ON letter (settled_at DESC, id DESC) WHERE state = 'DEAD' AND put_aside_at IS NULL;
