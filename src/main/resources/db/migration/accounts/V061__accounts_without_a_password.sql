-- Somebody whom the house invited has an address before they have a password; a letter sets it.
ALTER TABLE account ALTER COLUMN password DROP NOT NULL;
ALTER TABLE account ALTER COLUMN password_changed_at DROP NOT NULL;
ALTER TABLE account ADD CHECK ((password IS NULL) = (password_changed_at IS NULL));
