-- The documents of mandates: the newest counts, the earlier ones are its history and stay.
CREATE TABLE mandate_document (
    mandate     uuid NOT NULL REFERENCES mandate,
    number      int NOT NULL CHECK (number > 0),
    file        uuid NOT NULL UNIQUE,
    -- null where the house did
    attached_by uuid,
    attached_at timestamptz NOT NULL,
    PRIMARY KEY (mandate, number)
);
REVOKE UPDATE, DELETE, TRUNCATE ON mandate_document FROM "${applicationRole}";
