package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says letters of the office to those to whom they went, as long as they belong. */
@Component
class CircularNotices implements NoticeSource {

    private final Permissions permissions;
    private final JdbcClient jdbc;

    CircularNotices(Permissions permissions, JdbcClient jdbc) {
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KeptCirculars.CIRCULAR;
    }

    @Override
    public String group() {
        return "membership.circular";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
        Map<UUID, NoticeText> texts = new HashMap<>();
        if (!permissions.has(Asker.of(reader), MembershipRights.READ_MEMBERS, Scope.PLATFORM)) {
            return texts;
        }
        jdbc.sql("""
                SELECT c.id, c.subject, c.text FROM circular c
                  JOIN circular_reader r ON r.circular = c.id AND r.person = :reader
                 WHERE c.id = ANY (:ids)
                """)
                .param("reader", reader.value())
                .param("ids", subjects.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = Columns.id(row, "id");
                    texts.put(
                            id,
                            new NoticeText(
                                    LocalizedText.stored(row.getString("subject"))
                                            .in(language),
                                    LocalizedText.stored(row.getString("text")).in(language),
                                    MembershipPages.circular(new CircularId(id))));
                });
        return texts;
    }
}
