-- Names are found by any part of them, in any script, and by resemblance.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Who belongs. Rows stay when somebody leaves, and a number is never given twice.
CREATE TABLE member (
    id                  uuid PRIMARY KEY,
    version             bigint NOT NULL,
    number              bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind                text NOT NULL CHECK (kind IN ('PERSON', 'ASSOCIATION', 'AUTHORITY', 'AGENCY')),
    person              uuid,
    name                jsonb NOT NULL,
    own_name            text NOT NULL,
    registration_scheme text,
    registration_number text,
    place               text REFERENCES place,
    city                text NOT NULL,
    sectors             text[] NOT NULL,
    website             text NOT NULL,
    about               jsonb,
    contact             text NOT NULL,
    founded             int,
    size                int,
    -- what others may see of a person; of an organisation everything is PUBLIC
    name_shown          text NOT NULL,
    city_shown          text NOT NULL,
    sectors_shown       text NOT NULL,
    about_shown         text NOT NULL,
    contact_shown       text NOT NULL,
    admitted_at         timestamptz NOT NULL,
    confirmed_at        timestamptz,
    -- from this moment on it belongs no more; set ahead to the end of the day by who leaves
    ends_at             timestamptz,
    end_cause           text CHECK (end_cause IN ('LEFT', 'TERMINATED')),
    -- whether others have been told that it left; also leaves it out of the lists' indexes
    left_told           boolean NOT NULL DEFAULT false,
    -- every name, folded and transliterated, for the search
    search_text         text NOT NULL,
    -- every name, folded, to find who is called exactly so
    names               text[] NOT NULL DEFAULT '{}',
    sort_en             text COLLATE "en-x-icu" NOT NULL,
    sort_ru             text COLLATE "ru-x-icu" NOT NULL,
    sort_bg             text COLLATE "bg-x-icu" NOT NULL,
    CHECK ((kind = 'PERSON') = (person IS NOT NULL)),
    CHECK ((registration_scheme IS NULL) = (registration_number IS NULL)),
    CHECK ((ends_at IS NULL) = (end_cause IS NULL))
);

-- A person is a member once at a time.
CREATE UNIQUE INDEX member_person ON member (person) WHERE ends_at IS NULL;
CREATE INDEX member_person_ever ON member (person, admitted_at DESC) WHERE person IS NOT NULL;
CREATE INDEX member_registration ON member (registration_number, registration_scheme)
    WHERE registration_number IS NOT NULL;
CREATE INDEX member_search ON member USING gin (search_text gin_trgm_ops);
-- Without a list of what is to be put into it later: an import looks up hundreds of names after each hundred that it makes.
CREATE INDEX member_names ON member USING gin (names) WITH (fastupdate = off);
CREATE INDEX member_sectors ON member USING gin (sectors);
CREATE INDEX member_by_name_en ON member (sort_en, number) WHERE NOT left_told;
CREATE INDEX member_by_name_ru ON member (sort_ru, number) WHERE NOT left_told;
CREATE INDEX member_by_name_bg ON member (sort_bg, number) WHERE NOT left_told;
CREATE INDEX member_ending ON member (ends_at) WHERE ends_at IS NOT NULL AND NOT left_told;

-- Who may speak for an organisation, from which day to which, both included, by the house's zone; or who was invited to.
CREATE TABLE mandate (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    association    uuid NOT NULL REFERENCES member,
    kind           text NOT NULL CHECK (kind IN ('PRIMARY', 'DEPUTY', 'FINANCE', 'DELEGATE')),
    -- null while an invitation waits
    person         uuid,
    name           text NOT NULL,
    -- only while an invitation waits
    address        text,
    address_folded text,
    language       text NOT NULL,
    -- null: from the day on which the invitation is taken up
    from_day       date,
    to_day         date,
    given_by       uuid,
    invited_at     timestamptz,
    ended_at       timestamptz,
    -- whether others have been told that it counts, and that it counts no more
    begun_told     boolean NOT NULL DEFAULT false,
    ended_told     boolean NOT NULL DEFAULT false,
    CHECK (person IS NULL OR from_day IS NOT NULL),
    CHECK (to_day >= from_day),
    CHECK ((address IS NULL) = (address_folded IS NULL))
);

CREATE INDEX mandate_person ON mandate (person) WHERE ended_at IS NULL AND person IS NOT NULL;
CREATE INDEX mandate_association ON mandate (association);
CREATE INDEX mandate_beginning ON mandate (from_day)
    WHERE person IS NOT NULL AND ended_at IS NULL AND NOT begun_told AND NOT ended_told;
CREATE INDEX mandate_ending ON mandate (to_day) WHERE begun_told AND NOT ended_told;
