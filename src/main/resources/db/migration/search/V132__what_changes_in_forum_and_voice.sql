-- What the forum and the voice change is marked as V131 does it for talk.

-- Who may know of a session's items, outcomes and minutes depends on the session.
CREATE FUNCTION search_mark_session(session uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO search_changed (kind, id)
    SELECT 'session', session
    UNION ALL SELECT 'item', i.id FROM agenda_item i WHERE i.session = $1
    UNION ALL SELECT 'outcome', o.id FROM outcome o JOIN agenda_item i ON i.id = o.item WHERE i.session = $1
    UNION ALL SELECT 'minutes', p.id FROM minutes_paragraph p WHERE p.session = $1
$$;
CREATE FUNCTION search_mark_changed_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_mark_session(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_mark_session(coalesce(NEW.session, OLD.session));
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'item', NEW.id
    UNION ALL SELECT 'outcome', o.id FROM outcome o WHERE o.item = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_made AFTER INSERT OR DELETE ON forum_session FOR EACH ROW EXECUTE FUNCTION search_mark('session');
CREATE TRIGGER search_changed AFTER UPDATE ON forum_session FOR EACH ROW
    WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.place IS DISTINCT FROM NEW.place OR OLD.state IS DISTINCT FROM NEW.state
          OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.starts_at IS DISTINCT FROM NEW.starts_at
          OR OLD.series IS DISTINCT FROM NEW.series OR OLD.number IS DISTINCT FROM NEW.number)
    EXECUTE FUNCTION search_mark_changed_session();
CREATE TRIGGER search_made AFTER INSERT OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION search_mark('item');
CREATE TRIGGER search_changed AFTER UPDATE ON agenda_item FOR EACH ROW EXECUTE FUNCTION search_mark_item();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON outcome FOR EACH ROW EXECUTE FUNCTION search_mark('outcome');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON minutes_edition FOR EACH ROW EXECUTE FUNCTION search_mark_edition();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON minutes_paragraph FOR EACH ROW EXECUTE FUNCTION search_mark('minutes');

-- A recommendation is shown with its last answer.
CREATE FUNCTION search_mark_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('recommendation', coalesce(NEW.recommendation, OLD.recommendation));
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON recommendation FOR EACH ROW EXECUTE FUNCTION search_mark('recommendation');
CREATE TRIGGER search_changed AFTER UPDATE ON dispatch FOR EACH ROW
    WHEN (OLD.position IS DISTINCT FROM NEW.position)
    EXECUTE FUNCTION search_mark_dispatch();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON measure FOR EACH ROW EXECUTE FUNCTION search_mark('measure');
