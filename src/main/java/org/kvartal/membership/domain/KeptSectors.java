package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Sectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sectors in their table. */
@Component
@Transactional(readOnly = true)
class KeptSectors implements Sectors {

    /** Where the domains are defined; the framework gives them letters, and no addresses of their own. */
    static final String FRAMEWORK = "https://unesdoc.unesco.org/ark:/48223/pf0000191061";

    private final JdbcClient jdbc;

    KeptSectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Sector> all() {
        return jdbc.sql("SELECT code, name, parent, domain FROM sector ORDER BY position")
                .query((row, _) -> new Sector(
                        row.getString("code"),
                        LocalizedText.stored(row.getString("name")),
                        row.getString("parent"),
                        row.getString("domain"),
                        FRAMEWORK))
                .list();
    }

    @Override
    public Optional<Sector> find(String code) {
        return all().stream().filter(sector -> sector.code().equals(code)).findFirst();
    }

    Set<String> codes() {
        return all().stream().map(Sector::code).collect(Collectors.toSet());
    }

    /** A sector and those below it. */
    List<String> within(String code) {
        return jdbc.sql("""
                WITH RECURSIVE below AS (
                    SELECT code FROM sector WHERE code = :code
                    UNION SELECT s.code FROM sector s JOIN below b ON s.parent = b.code)
                SELECT code FROM below""")
                .param("code", code)
                .query((row, _) -> row.getString("code"))
                .list();
    }
}
