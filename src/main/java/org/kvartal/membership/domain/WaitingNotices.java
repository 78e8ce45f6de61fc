package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that an application waits, to the office or to whom it concerns, as long as it does. */
@Component
class WaitingNotices implements NoticeSource {

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final MandateReads mandates;
    private final Messages messages;

    WaitingNotices(JdbcClient jdbc, Permissions permissions, MandateReads mandates, Messages messages) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.mandates = mandates;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return ApplicationNews.WAITS;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
        boolean office = permissions.has(Asker.of(reader), MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        Map<UUID, NoticeText> texts = new HashMap<>();
        jdbc.sql("""
                SELECT a.id, a.number, a.name, m.number AS member_number, m.name AS member_name,
                       EXISTS (SELECT FROM mandate d WHERE d.association = m.id AND d.person = :reader
                               AND d.kind = 'PRIMARY' AND""" + MandateReads.CURRENT + """
                       ) AS primary_of
                  FROM application a LEFT JOIN member m ON m.id = a.association AND a.kind = 'REPRESENTATIVE'
                 WHERE a.id = ANY (:subjects) AND a.state IN ('SUBMITTED', 'IN_REVIEW')""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("reader", reader.value())
                .params(mandates.moment())
                .query((row, _) -> {
                    Waiting waiting = new Waiting(
                            Columns.id(row, "id"),
                            row.getLong("number"),
                            row.getString("name"),
                            row.getLong("member_number"),
                            row.getString("member_name"));
                    boolean primary = row.getBoolean("primary_of");
                    if (office || primary) {
                        texts.put(waiting.id(), text(waiting, primary, language));
                    }
                    return waiting;
                })
                .list();
        return texts;
    }

    private record Waiting(
            UUID id,
            long number,
            String name,
            long member,
            @Nullable String memberName) {}

    private NoticeText text(Waiting waiting, boolean primary, Language language) {
        if (waiting.memberName() != null) {
            String association = LocalizedText.stored(waiting.memberName()).in(language);
            return new NoticeText(
                    messages.text(language, "membership.notice.request", waiting.name(), association),
                    null,
                    primary ? MembershipPages.member(waiting.member()) : MembershipPages.application(waiting.number()));
        }
        return new NoticeText(
                messages.text(language, "membership.notice.application", waiting.name()),
                null,
                MembershipPages.application(waiting.number()));
    }
}
