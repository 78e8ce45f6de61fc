-- Those of the house are not kept waiting by what people have made for themselves.
DROP INDEX catalogue_edition_waiting;
CREATE INDEX catalogue_edition_waiting ON catalogue_edition (of_house DESC, wanted_at, id) WHERE state = 'WAITING';
