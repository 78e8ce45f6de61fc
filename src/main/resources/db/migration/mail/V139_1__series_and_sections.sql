-- What a letter is one of: its list, the conversation it belongs to, and where its reader ends such letters. Null for letters of their own.
ALTER TABLE letter ADD COLUMN series jsonb;
-- Things that a letter lists below its text, each with an address of its own. Null where it lists none.
ALTER TABLE letter ADD COLUMN sections jsonb;
