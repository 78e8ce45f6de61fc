-- Uuids and texts in an index for ranges.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Who holds the same twice at a time keeps the earlier one.
UPDATE mandate d SET ended_at = now(), ended_told = true
 WHERE d.person IS NOT NULL AND d.ended_at IS NULL AND EXISTS (
       SELECT FROM mandate e
        WHERE e.association = d.association AND e.person = d.person AND e.kind = d.kind AND e.ended_at IS NULL
          AND e.id < d.id AND daterange(e.from_day, e.to_day, '[]') && daterange(d.from_day, d.to_day, '[]'));

ALTER TABLE mandate ADD CONSTRAINT mandate_once EXCLUDE USING gist (
    association WITH =, person WITH =, kind WITH =, daterange(from_day, to_day, '[]') WITH &&)
    WHERE (person IS NOT NULL AND ended_at IS NULL);
