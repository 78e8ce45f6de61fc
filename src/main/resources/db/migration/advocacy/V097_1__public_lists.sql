-- One number changes with all that the public lists show, so that it need not be counted together from all rows each time that one is asked for.
CREATE TABLE advocacy (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    revision bigint NOT NULL
);
INSERT INTO advocacy (revision) VALUES (0);
REVOKE INSERT, DELETE, TRUNCATE ON advocacy FROM "${applicationRole}";

-- Once per transaction. It runs when a transaction ends, after which it locks nothing more: those that write at the same time wait for each other's commit and
-- never for each other's locks.
CREATE FUNCTION advocacy_shows_something_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE advocacy SET revision = revision + 1 WHERE xmin <> pg_current_xact_id()::xid;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER recommendation_shown AFTER INSERT OR UPDATE OR DELETE ON recommendation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();
CREATE CONSTRAINT TRIGGER endorsement_shown AFTER INSERT OR UPDATE OR DELETE ON endorsement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();
CREATE CONSTRAINT TRIGGER dispatch_shown AFTER INSERT OR UPDATE OR DELETE ON dispatch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();
CREATE CONSTRAINT TRIGGER measure_shown AFTER INSERT OR UPDATE OR DELETE ON measure
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();
CREATE CONSTRAINT TRIGGER measure_of_shown AFTER INSERT OR UPDATE OR DELETE ON measure_of
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();
CREATE CONSTRAINT TRIGGER report_day_shown AFTER INSERT OR UPDATE OR DELETE ON report_day
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION advocacy_shows_something_new();

-- The letters of a recommendation, those that are closed too.
CREATE INDEX dispatch_of ON dispatch (recommendation, prepared_at, id);

-- The measures of a strategy, the newest first.
CREATE INDEX measure_strategy ON measure (strategy, year DESC, number DESC);
