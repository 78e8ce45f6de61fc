-- What those are in the house for whom a letter was meant: null for whatever they are.
ALTER TABLE circular ADD COLUMN function text;
