-- In which words a recommendation was put before the room: what the room confirms are these.
CREATE TABLE recommendation_brought (
    item           uuid PRIMARY KEY,
    recommendation uuid NOT NULL REFERENCES recommendation,
    hash           bytea NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON recommendation_brought FROM "${applicationRole}";
