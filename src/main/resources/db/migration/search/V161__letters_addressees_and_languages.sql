-- In which languages a thing is said: their codes, with a space between. A text, since rows stay small.
ALTER TABLE search_document ADD COLUMN languages text NOT NULL DEFAULT '';

-- Letters and addressees are marked as V132 marks the rest of the voice. They are called as the directory calls them, and what everybody may know of a letter depends on its recommendation and on all replies to it.
CREATE FUNCTION search_mark_letter(letter uuid, covering uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO search_changed (kind, id)
    SELECT 'letter', letter
    UNION ALL SELECT 'letter', covering
    UNION ALL SELECT 'letter', p.id FROM dispatch_reply p WHERE p.dispatch = $1
$$;
CREATE FUNCTION search_mark_changed_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_mark_letter(coalesce(NEW.id, OLD.id), coalesce(NEW.covering_id, OLD.covering_id));
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'letter', coalesce(NEW.id, OLD.id)
    UNION ALL SELECT 'letter', p.id FROM dispatch_reply p
               WHERE p.dispatch = coalesce(NEW.dispatch, OLD.dispatch) AND p.id <> coalesce(NEW.id, OLD.id);
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_clarified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'letter', d.covering_id FROM dispatch d WHERE d.id = coalesce(NEW.dispatch, OLD.dispatch);
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_letters_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_mark_letter(d.id, d.covering_id) FROM dispatch d WHERE d.recommendation = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'addressee', a.id FROM addressee a WHERE a.entry = NEW.id
    -- Whoever was written to keeps its entry.
    UNION ALL SELECT 'letter', d.id FROM dispatch d JOIN addressee a ON a.id = d.addressee WHERE a.entry = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON addressee FOR EACH ROW EXECUTE FUNCTION search_mark('addressee');
CREATE TRIGGER search_found AFTER INSERT OR UPDATE OR DELETE ON dispatch FOR EACH ROW EXECUTE FUNCTION search_mark_changed_letter();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON dispatch_reply FOR EACH ROW EXECUTE FUNCTION search_mark_reply();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON dispatch_clarification FOR EACH ROW EXECUTE FUNCTION search_mark_clarified();
CREATE TRIGGER search_letters AFTER UPDATE ON recommendation FOR EACH ROW
    WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.public_at IS DISTINCT FROM NEW.public_at)
    EXECUTE FUNCTION search_mark_letters_of();
CREATE TRIGGER search_offices AFTER UPDATE ON entry FOR EACH ROW
    WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION search_mark_office();
