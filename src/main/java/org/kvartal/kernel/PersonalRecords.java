package org.kvartal.kernel;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The {@link PersonalData} of a module that is said in statements about its own tables. */
public abstract class PersonalRecords implements PersonalData {

    private final String module;
    private final JdbcClient jdbc;

    protected PersonalRecords(String module, JdbcClient jdbc) {
        this.module = module;
        this.jdbc = jdbc;
    }

    /** The queries of the copy by the name of their document, in this order: see {@link Copy#rows}. */
    protected abstract List<Map.Entry<String, String>> kept();

    /** The statements that erase, in this order; each finds nothing the second time. They take {@link Erased#values()}. */
    protected abstract List<String> erasing();

    @Override
    public final String module() {
        return module;
    }

    @Override
    public void copy(Subject subject, Copy copy) {
        kept().forEach(document -> copy.rows(document.getKey(), document.getValue()));
    }

    @Override
    public boolean erase(Erased erased) {
        Map<String, Object> values = erased.values();
        erasing().forEach(statement -> jdbc.sql(statement).params(values).update());
        return true;
    }

    protected final JdbcClient jdbc() {
        return jdbc;
    }

    /** Whether a query about them finds something; takes {@code :person} and {@code :address}. */
    protected final boolean has(Subject subject, String query) {
        return count(subject, "SELECT count(*) FROM (" + query + ") found") > 0;
    }

    /** A number that is asked about them. */
    protected final long count(Subject subject, String query) {
        return jdbc.sql(query)
                .param("person", subject.person().value())
                .param("address", subject.address())
                .query(Long.class)
                .single();
    }

    /** Takes their name out of a column that holds an official text, in each language; {@code where} chooses the rows. */
    protected static String renamed(String table, String column, String where) {
        return """
                UPDATE %1$s SET %2$s = jsonb_set(%2$s, '{texts}', (
                    SELECT jsonb_object_agg(k, regexp_replace(v, :pattern, CASE k WHEN 'RU' THEN :new_ru WHEN 'BG' THEN :new_bg ELSE :new_en END, 'g'))
                      FROM jsonb_each_text(%2$s->'texts') AS t (k, v)))
                 WHERE (%3$s) AND EXISTS (SELECT FROM jsonb_each_text(%2$s->'texts') AS t (k, v) WHERE v ~ :pattern)
                """.formatted(table, column, where);
    }
}
