-- Whoever was erased leaves a row that others point at: under the name that they chose, or as somebody who is no longer there. Which word that is depends on who reads.
ALTER TABLE person ADD COLUMN former boolean NOT NULL DEFAULT false, ADD COLUMN erased_at timestamptz;
CREATE INDEX person_erased ON person (id) WHERE erased_at IS NOT NULL;
