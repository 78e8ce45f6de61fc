-- What seminars, missions and the calendar change is marked as V131 does it for talk; who may know of a thing may stand in rows beside it.
CREATE FUNCTION search_mark_trainer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('seminar', coalesce(NEW.seminar, OLD.seminar));
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON seminar FOR EACH ROW EXECUTE FUNCTION search_mark('seminar');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON seminar_trainer FOR EACH ROW EXECUTE FUNCTION search_mark_trainer();

CREATE FUNCTION search_mark_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('mission', coalesce(NEW.mission, OLD.mission));
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('agreement', coalesce(NEW.agreement, OLD.agreement));
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'project', NEW.id
    UNION ALL SELECT 'agreement', a.id FROM agreement a WHERE a.project = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON mission FOR EACH ROW EXECUTE FUNCTION search_mark('mission');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION search_mark_delegation();
CREATE TRIGGER search_made AFTER INSERT OR DELETE ON mentor_project FOR EACH ROW EXECUTE FUNCTION search_mark('project');
CREATE TRIGGER search_changed AFTER UPDATE ON mentor_project FOR EACH ROW EXECUTE FUNCTION search_mark_project();
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION search_mark('agreement');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON agreement_party FOR EACH ROW EXECUTE FUNCTION search_mark_party();

CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON outside_event FOR EACH ROW EXECUTE FUNCTION search_mark('event');
