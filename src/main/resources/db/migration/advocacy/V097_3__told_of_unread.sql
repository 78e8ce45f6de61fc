-- The wait of which those who classify were reminded: its beginning. Whatever was told of is not read again each hour.
ALTER TABLE dispatch ADD COLUMN unread_told timestamptz;
