-- What has changed, as a topic and never as content. Rows live for an hour: long enough for a node that lost its connection.
CREATE TABLE live_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    -- Ids commit out of order. The transaction tells readers exactly which rows may still appear behind their back.
    transaction xid8        NOT NULL DEFAULT pg_current_xact_id(),
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX live_event_transaction ON live_event (transaction);
CREATE INDEX live_event_happened_at ON live_event (happened_at);
