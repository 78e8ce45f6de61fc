-- What the house makes by itself, nobody has brought.
ALTER TABLE stored_file ALTER COLUMN uploader DROP NOT NULL;
