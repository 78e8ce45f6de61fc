-- When the head of a delegation was sent the link to its roster; null where no letter of ours waits there.
ALTER TABLE delegation ADD COLUMN IF NOT EXISTS invited_at timestamptz;
-- For those who travel, printed on the day sheet.
ALTER TABLE mission_slot ADD COLUMN host_phone text NOT NULL DEFAULT '';
