-- What became of one notice that was told to many.
CREATE INDEX notice_by_fact ON notice (id);
