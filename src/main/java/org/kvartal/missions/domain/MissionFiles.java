package org.kvartal.missions.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may read the files of this module: those who have to do with the project or the mission, and those who may read the whole of an agreement. */
@Component
class MissionFiles implements FileAccess {

    static final String MODULE = "missions";

    private final ProjectSight sight;
    private final AgreementSight agreements;
    private final JdbcClient jdbc;

    MissionFiles(ProjectSight sight, AgreementSight agreements, JdbcClient jdbc) {
        this.sight = sight;
        this.agreements = agreements;
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM mentor_project p WHERE p.id = :id AND" + ProjectSight.KNOWN
                                + ") OR EXISTS (SELECT FROM mission m WHERE m.id = :id AND"
                                + ProjectSight.KNOWN_MISSION + ")")
                        .params(sight.values(asker))
                        .param("id", object)
                        .query(Boolean.class)
                        .single()
                || agreements.knows(asker, object);
    }

    @Override
    public Set<UUID> gone(Set<UUID> objects) {
        Set<UUID> gone = new HashSet<>(objects);
        jdbc.sql("""
                SELECT id FROM mentor_project WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM agreement WHERE id = ANY (:ids)
                UNION ALL SELECT id FROM mission WHERE id = ANY (:ids)""")
                .param("ids", objects.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }
}
