-- What was certified never changes, but whoever is erased may want it to be forgotten: the certificate stays revoked, without a name and without its file.
CREATE FUNCTION erase_certificates(who uuid, marker text, why text) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    UPDATE seminar_certificate
       SET facts = jsonb_set(facts, '{holder}', to_jsonb(marker)),
           state = CASE state WHEN 'REPLACED' THEN state ELSE 'REVOKED' END,
           ended_by = CASE WHEN issued_by = who THEN '00000000-0000-0000-0000-000000000000' ELSE who END,
           ended_at = coalesce(ended_at, now()),
           reason = why
     WHERE person = who AND facts ->> 'holder' <> marker
    RETURNING file
$$;
REVOKE ALL ON FUNCTION erase_certificates(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_certificates(uuid, text, text) TO "${applicationRole}";
