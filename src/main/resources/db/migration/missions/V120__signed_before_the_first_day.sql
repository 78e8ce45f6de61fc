-- What all have signed is in force from its first day, and not before.
ALTER TABLE agreement DROP CONSTRAINT agreement_state_check;
ALTER TABLE agreement ADD CONSTRAINT agreement_state_check
    CHECK (state IN ('DRAFT', 'SIGNED_PARTLY', 'SIGNED', 'IN_FORCE', 'ENDED', 'RENEWED_BY'));
ALTER TABLE agreement ADD CONSTRAINT agreement_signed CHECK (state <> 'SIGNED' OR (hash IS NOT NULL AND starts IS NOT NULL));
CREATE INDEX agreement_starts ON agreement (starts, id) WHERE state = 'SIGNED';
CREATE INDEX agreement_renews ON agreement (renews) WHERE renews IS NOT NULL;
