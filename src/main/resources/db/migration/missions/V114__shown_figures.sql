-- One number changes with all that the public page shows of missions, agreements and projects, so that it need not be counted together from all rows each time
-- that one is asked for.
CREATE TABLE missions_shown (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    revision bigint NOT NULL
);
INSERT INTO missions_shown (revision) VALUES (0);
REVOKE INSERT, DELETE, TRUNCATE ON missions_shown FROM "${applicationRole}";

-- Once per transaction. It runs when a transaction ends, after which it locks nothing more: those that write at the same time wait for each other's commit and
-- never for each other's locks.
CREATE FUNCTION missions_show_something_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE missions_shown SET revision = revision + 1 WHERE xmin <> pg_current_xact_id()::xid;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER mission_shown AFTER INSERT OR UPDATE OR DELETE ON mission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER slot_shown AFTER INSERT OR UPDATE OR DELETE ON mission_slot
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER delegation_shown AFTER INSERT OR UPDATE OR DELETE ON delegation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER traveller_shown AFTER INSERT OR DELETE ON traveller
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER agreement_shown AFTER INSERT OR UPDATE OR DELETE ON agreement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER agreement_party_shown AFTER INSERT OR UPDATE OR DELETE ON agreement_party
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
-- Of projects only how many were begun in a year; each row of a log changes the project, too.
CREATE CONSTRAINT TRIGGER project_begun AFTER INSERT OR DELETE ON mentor_project
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions_show_something_new();
CREATE CONSTRAINT TRIGGER project_begun_otherwise AFTER UPDATE ON mentor_project
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.starts <> NEW.starts) EXECUTE FUNCTION missions_show_something_new();

-- Those on the road, and those that are planned: few of many.
CREATE INDEX mission_states ON mission (state, year DESC, number DESC);
