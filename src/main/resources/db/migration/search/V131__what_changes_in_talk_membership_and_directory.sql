-- Whatever changes what is found is marked in the same transaction, whoever writes it: this program, the one before it, or an import.

-- Posts, one by one. Whether a thread is shown at all depends on all of its posts, so that its first is looked at as well.
CREATE FUNCTION search_mark_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('post', NEW.id);
    IF NEW.number > 1 THEN
        INSERT INTO search_changed (kind, id)
        SELECT 'post', p.id FROM post p
         WHERE p.thread = NEW.thread AND p.number = 1 AND p.deleted_at IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_lost_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES ('post', OLD.id);
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) SELECT 'post', p.id FROM post p WHERE p.thread = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION search_mark_need() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id)
    SELECT 'post', p.id FROM post p WHERE p.thread = coalesce(NEW.thread, OLD.thread) AND p.number = 1;
    RETURN NULL;
END $$;
CREATE TRIGGER search_said AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION search_mark_post();
CREATE TRIGGER search_changed AFTER UPDATE ON post FOR EACH ROW
    WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.language IS DISTINCT FROM NEW.language
          OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at OR OLD.thread IS DISTINCT FROM NEW.thread)
    EXECUTE FUNCTION search_mark_post();
CREATE TRIGGER search_gone AFTER DELETE ON post FOR EACH ROW EXECUTE FUNCTION search_mark_lost_post();
CREATE TRIGGER search_changed AFTER UPDATE ON thread FOR EACH ROW
    WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.language IS DISTINCT FROM NEW.language
          OR OLD.space IS DISTINCT FROM NEW.space)
    EXECUTE FUNCTION search_mark_thread();
CREATE TRIGGER search_stated AFTER INSERT OR DELETE ON need FOR EACH ROW EXECUTE FUNCTION search_mark_need();
CREATE TRIGGER search_changed AFTER UPDATE ON need FOR EACH ROW
    WHEN (OLD.concerned IS DISTINCT FROM NEW.concerned OR OLD.language IS DISTINCT FROM NEW.language
          OR OLD.place_words IS DISTINCT FROM NEW.place_words)
    EXECUTE FUNCTION search_mark_need();

-- Rows that are things themselves: the kind is the first argument.
CREATE FUNCTION search_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changed (kind, id) VALUES (TG_ARGV[0], coalesce(NEW.id, OLD.id));
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON member FOR EACH ROW EXECUTE FUNCTION search_mark('member');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON body FOR EACH ROW EXECUTE FUNCTION search_mark('body');
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION search_mark('entry');
