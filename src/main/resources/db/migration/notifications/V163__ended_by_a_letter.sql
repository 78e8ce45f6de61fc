-- The groups whose letters the person ended by one of them: what they had chosen for the place does not bring those back.
ALTER TABLE following ADD COLUMN ended text[] NOT NULL DEFAULT '{}';

-- Whoever chose a daily or weekly letter for a place and nothing else has no letter day yet. The first round finds the right hour.
INSERT INTO notice_wish (person, preset, groups, letter_day, letter_hour, daily_at, weekly_at)
SELECT DISTINCT person, 'CONCERNS_ME', '{}'::jsonb, 1, 9, now(), now() FROM following WHERE rhythm IN ('DAILY', 'WEEKLY')
ON CONFLICT DO NOTHING;
