package org.kvartal.membership.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the letters of the office that stand in the audit trail. */
@Component
class AuditedCirculars implements AuditedThings {

    private final Permissions permissions;
    private final JdbcClient jdbc;

    AuditedCirculars(Permissions permissions, JdbcClient jdbc) {
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KeptCirculars.CIRCULAR);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        Map<Long, AuditedThing> things = new HashMap<>();
        if (!permissions.has(reader.asker(), MembershipRights.WRITE_TO_MEMBERS, Scope.PLATFORM)) {
            return things;
        }
        Map<UUID, LocalizedText> subjects = new HashMap<>();
        jdbc.sql("SELECT id, subject FROM circular WHERE id = ANY (:ids)")
                .param("ids", AuditedThings.ids(acts, KeptCirculars.CIRCULAR))
                .query(row -> {
                    subjects.put(Columns.id(row, "id"), LocalizedText.stored(row.getString("subject")));
                });
        for (AuditedAct act : acts) {
            UUID id = act.subject().id();
            LocalizedText subject = subjects.get(id);
            if (subject != null) {
                things.put(
                        act.number(),
                        new AuditedThing(
                                subject.in(reader.language()),
                                subject.shownIn(reader.language()),
                                MembershipPages.circular(new CircularId(id))));
            }
        }
        return things;
    }
}
