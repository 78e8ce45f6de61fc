CREATE TABLE link_token (
    hash         bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    purpose      text NOT NULL,
    subject      text NOT NULL CHECK (length(subject) <= 200),
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    redeemed_at  timestamptz
);

COMMENT ON COLUMN link_token.hash IS 'SHA-256 of the token; the token itself is only in the letter';

CREATE INDEX link_token_subject ON link_token (purpose, subject) WHERE redeemed_at IS NULL;
CREATE INDEX link_token_expiry ON link_token (expires_at);
