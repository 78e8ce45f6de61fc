-- Whom an import brought in and who may be invited by a letter: to take up a mandate, or as a member themselves. A row goes when they have
-- come in, and with what it is about.
CREATE TABLE invitee (
    -- the mandate or the member
    thing          uuid PRIMARY KEY,
    import         uuid NOT NULL,
    name           text NOT NULL,
    address        text NOT NULL,
    address_folded text NOT NULL,
    language       text NOT NULL,
    -- the letter that they got; one letter speaks of everything that an import has for an address
    invitation     uuid
);
CREATE INDEX invitee_waiting ON invitee (import, address_folded) WHERE invitation IS NULL;
CREATE INDEX invitee_import ON invitee (import);
CREATE INDEX invitee_invitation ON invitee (invitation) WHERE invitation IS NOT NULL;

-- The letters of one import, sent in stretches: a killed program goes on behind the address that it had come to.
CREATE TABLE invitation_round (
    import     uuid PRIMARY KEY,
    wished_by  uuid NOT NULL,
    position   text NOT NULL,
    letters    int NOT NULL,
    accepted   int NOT NULL,
    begun_at   timestamptz NOT NULL,
    settled_at timestamptz
);
CREATE INDEX invitation_round_at_work ON invitation_round (begun_at) WHERE settled_at IS NULL;
