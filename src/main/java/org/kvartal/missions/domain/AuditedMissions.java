package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.missions.MissionPages;
import org.kvartal.shell.ShellPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the projects, missions, agreements and results that stand in the audit trail. */
@Component
class AuditedMissions implements AuditedThings {

    private static final int TITLE = 120;

    private final ProjectSight sight;
    private final JdbcClient jdbc;

    AuditedMissions(ProjectSight sight, JdbcClient jdbc) {
        this.sight = sight;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MissionTrail.PROJECT, MissionTrail.MISSION, MissionTrail.AGREEMENT, MissionTrail.RESULT);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean opens = sight.oversees(reader.asker());
        Language language = reader.language();
        Map<UUID, AuditedThing> named = new HashMap<>();
        read(acts, MissionTrail.PROJECT, "SELECT * FROM mentor_project WHERE id = ANY (:ids)", named, row -> {
            String code = MissionCode.of(MissionCode.PROJECT, row);
            return thing(row, code, opens ? MissionPages.project(code) : null, language);
        });
        read(acts, MissionTrail.MISSION, "SELECT * FROM mission WHERE id = ANY (:ids)", named, row -> {
            String code = MissionCode.of(MissionCode.MISSION, row);
            return thing(row, code, opens ? MissionPages.mission(code) : null, language);
        });
        read(acts, MissionTrail.AGREEMENT, "SELECT * FROM agreement WHERE id = ANY (:ids)", named, row -> {
            String code = MissionCode.of(MissionCode.AGREEMENT, row);
            return thing(row, code, opens ? MissionPages.agreement(code) : null, language);
        });
        read(
                acts,
                MissionTrail.RESULT,
                "SELECT * FROM mission_result WHERE id = ANY (:ids)",
                named,
                row -> new AuditedThing(
                        Typed.shortened(row.getString("text"), TITLE),
                        Columns.language(row, "language"),
                        opens ? ShellPages.path(MissionPages.RESULTS) : null));
        Map<Long, AuditedThing> things = new HashMap<>();
        for (AuditedAct act : acts) {
            AuditedThing thing = named.get(act.subject().id());
            if (thing != null && kinds().contains(act.subject().kind())) {
                things.put(act.number(), thing);
            }
        }
        return things;
    }

    private static AuditedThing thing(ResultSet row, String code, @Nullable String path, Language language)
            throws SQLException {
        LocalizedText title = Stored.text(row, "title");
        return new AuditedThing(title.in(language) + " · " + code, title.shownIn(language), path);
    }

    @FunctionalInterface
    private interface Naming {
        AuditedThing of(ResultSet row) throws SQLException;
    }

    private void read(List<AuditedAct> acts, String kind, String sql, Map<UUID, AuditedThing> into, Naming naming) {
        UUID[] ids = AuditedThings.ids(acts, kind);
        if (ids.length > 0) {
            jdbc.sql(sql)
                    .param("ids", ids)
                    .query((row, _) -> into.put(Columns.id(row, "id"), naming.of(row)))
                    .list();
        }
    }
}
