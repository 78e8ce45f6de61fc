-- Reasons stand apart from the trail so that they can be erased; the one way to do that takes them from what was done to a person, and those that name them.
CREATE FUNCTION erase_audit_reasons(who uuid, pattern text, address_pattern text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    WITH gone AS (
        DELETE FROM audit_reason r USING audit_entry e
         WHERE e.number = r.entry
           AND (e.subject_id = who OR e.details ->> 'person' = who::text OR r.reason ~ pattern OR r.reason ~* address_pattern)
        RETURNING 1)
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION erase_audit_reasons(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_audit_reasons(uuid, text, text) TO "${applicationRole}";
