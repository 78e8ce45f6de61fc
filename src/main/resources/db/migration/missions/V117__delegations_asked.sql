-- When a delegation was asked last who travels. Of those before nobody knows.
ALTER TABLE delegation ADD COLUMN invited_at timestamptz;
CREATE INDEX mission_coordinator ON mission (coordinator);
CREATE INDEX result_claim_reporter ON result_claim (reported_by) WHERE reported_by IS NOT NULL;
