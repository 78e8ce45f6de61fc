-- What a letter says is found by those who belong to the house, and that it was sent by everybody: to the search these are two things with two ids. The version before leaves it to the default.
ALTER TABLE dispatch ADD COLUMN covering_id uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX dispatch_covering ON dispatch (covering_id);
