-- Rows are read by their session, vote or paragraph, whoever they are of; what sees to it that each counts once holds for some of them only.
CREATE INDEX attendance_session ON attendance (session, came_at, id);
CREATE INDEX ballot_vote_ballot ON ballot_vote (ballot);
CREATE INDEX ballot_voter_ballot ON ballot_voter (ballot);
CREATE INDEX minutes_suggestion_paragraph ON minutes_suggestion (paragraph);

-- A wish that a closed session goes on may be refused, taken back, or overtaken by its minutes.
ALTER TABLE session_reopening ADD COLUMN ended_at timestamptz;
-- null where the minutes were published meanwhile
ALTER TABLE session_reopening ADD COLUMN ended_by uuid;
ALTER TABLE session_reopening ADD COLUMN answer text;
ALTER TABLE session_reopening ADD CHECK (agreed_at IS NULL OR ended_at IS NULL);
ALTER TABLE session_reopening ADD CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND answer IS NULL));
DROP INDEX session_reopening_waiting;
CREATE UNIQUE INDEX session_reopening_waiting ON session_reopening (session) WHERE agreed_at IS NULL AND ended_at IS NULL;
