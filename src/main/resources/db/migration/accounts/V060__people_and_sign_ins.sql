-- A human of the house, with or without a sign-in of their own.
CREATE TABLE person (
    id        uuid PRIMARY KEY,
    version   bigint NOT NULL,
    name      text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    language  text NOT NULL CHECK (language IN ('en', 'ru', 'bg')),
    zone      text NOT NULL,
    picture   uuid,
    joined_at timestamptz NOT NULL
);

-- How a person signs in. The folded address is what makes two spellings one: without case, in every script.
CREATE TABLE account (
    person              uuid PRIMARY KEY REFERENCES person,
    version             bigint NOT NULL,
    address             text NOT NULL CHECK (char_length(address) <= 254),
    address_folded      text NOT NULL UNIQUE,
    password            text NOT NULL,
    password_changed_at timestamptz NOT NULL
);

-- Somebody asked to join and has not confirmed the address yet. The row exists whether or not the address is known already,
-- so that nobody can tell the two apart; nothing becomes of it but a letter.
CREATE TABLE sign_up (
    id             uuid PRIMARY KEY,
    name           text NOT NULL,
    address        text NOT NULL,
    address_folded text NOT NULL,
    password       text NOT NULL,
    language       text NOT NULL,
    zone           text NOT NULL,
    begun_at       timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL
);
CREATE INDEX sign_up_by_address ON sign_up (address_folded, begun_at);
CREATE INDEX sign_up_by_expiry ON sign_up (expires_at);

-- Each sign-in is one row that can be ended from anywhere; only the hash of its token is kept.
CREATE TABLE sign_in (
    id          uuid PRIMARY KEY,
    token_hash  bytea NOT NULL UNIQUE,
    person      uuid NOT NULL REFERENCES person,
    remembered  boolean NOT NULL,
    browser     text NOT NULL,
    system      text NOT NULL,
    network     text NOT NULL,
    begun_at    timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX sign_in_by_person ON sign_in (person, seen_at DESC);
CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

-- Browsers in which a person has signed in before: guesses that come from elsewhere do not slow these down.
CREATE TABLE known_browser (
    token_hash bytea NOT NULL,
    person     uuid NOT NULL REFERENCES person,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (token_hash, person)
);
CREATE INDEX known_browser_by_person ON known_browser (person, seen_at);

-- Wrong passwords in a row, by the hash of an address or of a known browser.
CREATE TABLE wrong_password (
    key      bytea PRIMARY KEY,
    failures int NOT NULL,
    last_at  timestamptz NOT NULL
);

-- A role for a scope and a term. Ended grants stay: the audit trail points at them.
CREATE TABLE role_grant (
    id         uuid PRIMARY KEY,
    person     uuid NOT NULL REFERENCES person,
    role       text NOT NULL,
    scope_kind text NOT NULL,
    scope_id   text NOT NULL,
    from_at    timestamptz NOT NULL,
    to_at      timestamptz,
    CHECK (to_at > from_at)
);
CREATE INDEX role_grant_by_person ON role_grant (person, scope_kind, scope_id);
