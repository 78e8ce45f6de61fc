-- Officers read what a module wrote, and what was done in a month.
CREATE INDEX audit_entry_module ON audit_entry (split_part(act, '.', 1), number DESC);
CREATE INDEX audit_entry_at ON audit_entry (at);
