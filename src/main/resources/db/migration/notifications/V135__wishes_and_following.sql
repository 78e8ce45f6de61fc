-- What people want to be told by mail. Whoever has no row has never chosen.
CREATE TABLE notice_wish (
    person      uuid PRIMARY KEY,
    preset      text NOT NULL CHECK (preset IN ('EVERYTHING', 'CONCERNS_ME', 'WEEKLY_LETTER')),
    -- how often notices of a group come by mail, where that is another choice than the preset's
    groups      jsonb NOT NULL,
    -- by the person's own clock, 1 is Monday
    letter_day  smallint NOT NULL CHECK (letter_day BETWEEN 1 AND 7),
    letter_hour smallint NOT NULL CHECK (letter_hour BETWEEN 0 AND 23),
    daily_at    timestamptz NOT NULL,
    weekly_at   timestamptz NOT NULL,
    -- sign-ins are forgotten, and with them when somebody was here
    seen_at     timestamptz
);
CREATE INDEX notice_wish_daily ON notice_wish (daily_at, person);
CREATE INDEX notice_wish_weekly ON notice_wish (weekly_at, person);
CREATE INDEX notice_wish_everything ON notice_wish (person) WHERE preset = 'EVERYTHING';

-- How much somebody wants to hear of one place: a thread, a space. The modules above know what the ids are.
CREATE TABLE following (
    person    uuid NOT NULL,
    place     uuid NOT NULL,
    attention text NOT NULL CHECK (attention IN ('EVERYTHING', 'CONCERNS_ME', 'NOTHING')),
    -- how often it comes by mail, null for as everything else
    rhythm    text CHECK (rhythm IN ('NOW', 'DAILY', 'WEEKLY', 'NEVER')),
    -- whether the person said so, and does not only take part
    chosen    boolean NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (person, place)
);
CREATE INDEX following_place ON following (place, person);

-- Signs the addresses at which letters are ended: one key for all nodes, from the server's strong random numbers.
CREATE TABLE leave_signing_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    key    bytea NOT NULL CHECK (octet_length(key) = 32)
);

INSERT INTO leave_signing_key (key)
SELECT sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea);

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON leave_signing_key FROM "${applicationRole}";
