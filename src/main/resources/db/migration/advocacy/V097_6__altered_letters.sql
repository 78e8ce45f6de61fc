-- The file of a letter that was found not to be the one that was signed: its office is told of each once.
ALTER TABLE dispatch ADD COLUMN altered uuid;
