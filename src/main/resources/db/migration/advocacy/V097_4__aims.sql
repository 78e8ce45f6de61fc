-- What a measure is measured by, how much it counts among others and what it may cost; none of it is needed.
ALTER TABLE measure
    ADD COLUMN indicators jsonb NOT NULL DEFAULT '{"all": []}',
    ADD COLUMN weight int CHECK (weight BETWEEN 1 AND 100),
    ADD COLUMN budget numeric(15, 2) CHECK (budget > 0),
    -- ISO 4217
    ADD COLUMN currency text CHECK (currency ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT measure_budget_in_currency CHECK ((budget IS NULL) = (currency IS NULL));

-- Where the indicators stood by that report, by the id of each.
ALTER TABLE progress_report ADD COLUMN readings jsonb NOT NULL DEFAULT '{"values": {}}';
