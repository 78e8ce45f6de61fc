-- What every house says about itself. A page that nobody has written has no row, and one that was emptied no text.
CREATE TABLE standing_page (
    page       text PRIMARY KEY CHECK (page IN ('ABOUT', 'CONTACTS', 'PRIVACY')),
    version    bigint NOT NULL,
    text       jsonb,
    changed_at timestamptz NOT NULL,
    changed_by uuid
);

CREATE TABLE news (
    id           uuid PRIMARY KEY,
    -- what people see in addresses: never reused
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    version      bigint NOT NULL,
    state        text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    title        jsonb NOT NULL,
    text         jsonb NOT NULL,
    -- the day under which it stands; empty while nobody has chosen one
    day          date,
    -- a file of the ground, and what it shows in words
    picture      uuid,
    picture_text jsonb,
    written_by   uuid,
    written_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    published_at timestamptz,
    CHECK (state = 'DRAFT' OR (day IS NOT NULL AND published_at IS NOT NULL)),
    CHECK ((picture IS NULL) = (picture_text IS NULL))
);
CREATE INDEX news_published ON news (day DESC, number DESC) WHERE state = 'PUBLISHED';

CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON news FOR EACH ROW EXECUTE FUNCTION search_mark('news');
