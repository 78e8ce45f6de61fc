-- In which words a recommendation was put before the room: what the room confirms are these.
CREATE TABLE recommendation_brought (
    item           uuid PRIMARY KEY,
    recommendation uuid NOT NULL REFERENCES recommendation,
    hash           bytea NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON recommendation_brought FROM "${applicationRole}";

-- To whom a letter goes, as whoever prepared it saw it: what is signed says so, whatever becomes of the register.
ALTER TABLE dispatch ADD COLUMN to_entry uuid, ADD COLUMN to_unit text, ADD COLUMN to_post text, ADD COLUMN to_holder text,
    ADD COLUMN to_email text, ADD COLUMN to_address text;
UPDATE dispatch d
   SET to_entry = a.entry, to_unit = a.unit, to_post = a.post, to_email = a.email, to_address = a.address,
       to_holder = coalesce((SELECT h.name FROM addressee_holder h WHERE h.addressee = a.id AND h.until IS NULL), '')
  FROM addressee a WHERE a.id = d.addressee;
ALTER TABLE dispatch ALTER COLUMN to_entry SET NOT NULL, ALTER COLUMN to_unit SET NOT NULL, ALTER COLUMN to_post SET NOT NULL,
    ALTER COLUMN to_holder SET NOT NULL, ALTER COLUMN to_email SET NOT NULL, ALTER COLUMN to_address SET NOT NULL;

-- Who said that the house owes an answer: somebody else gives it. One person did both in a house that has only one who may.
ALTER TABLE dispatch ADD COLUMN owed_by uuid;
ALTER TABLE dispatch_clarification ADD COLUMN owed_by uuid, ADD COLUMN alone boolean NOT NULL DEFAULT false;
ALTER TABLE dispatch_clarification ADD CONSTRAINT clarification_four_eyes CHECK (alone OR owed_by IS DISTINCT FROM said_by);

-- How the office has read what an addressee said; only what it took for their position is for everybody.
ALTER TABLE dispatch_reply ADD COLUMN reading text NOT NULL DEFAULT 'NEW' CHECK (reading IN ('NEW', 'IGNORED', 'OWED', 'CLASSIFIED'));
UPDATE dispatch_reply p
   SET reading = CASE WHEN d.position IS NOT NULL AND d.position <> 'NO_REPLY'
                       AND p.number = (SELECT max(o.number) FROM dispatch_reply o WHERE o.dispatch = p.dispatch)
                      THEN 'CLASSIFIED' WHEN d.state = 'NEEDS_CLASSIFICATION' THEN 'NEW' ELSE 'IGNORED' END
  FROM dispatch d WHERE d.id = p.dispatch;

-- A letter that nobody has signed can be discarded: it never leaves the house.
ALTER TABLE dispatch DROP CONSTRAINT dispatch_state_check, DROP CONSTRAINT dispatch_check2;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_state_check CHECK (state IN ('PREPARED', 'SIGNED', 'SENT', 'BOUNCED', 'NEEDS_CLASSIFICATION',
                                                                          'CLARIFICATION', 'ANSWERED', 'CLOSED', 'DISCARDED'));
ALTER TABLE dispatch ADD CONSTRAINT dispatch_signed_check CHECK (state IN ('PREPARED', 'BOUNCED', 'DISCARDED')
                                                                 OR (signed_by IS NOT NULL AND letter_hash IS NOT NULL));
DROP INDEX dispatch_once;
CREATE UNIQUE INDEX dispatch_once ON dispatch (recommendation, addressee) WHERE state NOT IN ('CLOSED', 'DISCARDED');
