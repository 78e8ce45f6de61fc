-- One row from the first start on. Interrupted, the telling goes on with the same days; done, it is never told again, so that
-- what people delete stays deleted.
CREATE TABLE demonstration (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    begun_at timestamptz NOT NULL,
    done_at  timestamptz
);
