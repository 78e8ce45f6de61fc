package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells people that they represent an organisation from now on, already, or no longer. */
@Configuration(proxyBeanMethods = false)
class MandateNotices {

    @Bean
    NoticeSource mandateGivenNotices(JdbcClient jdbc, Messages messages) {
        return new Source(MandateTelling.GIVEN, "membership.notice.mandate-given", jdbc, messages);
    }

    @Bean
    NoticeSource mandateEndedNotices(JdbcClient jdbc, Messages messages) {
        return new Source(MandateTelling.ENDED, "membership.notice.mandate-ended", jdbc, messages);
    }

    @Bean
    NoticeSource mandateHeldNotices(JdbcClient jdbc, Messages messages) {
        return new Source(TakingUp.HELD, "membership.notice.mandate-held", jdbc, messages);
    }

    /** @param key the message; gets the organisation's name and as what */
    private record Source(String kind, String key, JdbcClient jdbc, Messages messages) implements NoticeSource {

        @Override
        public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
            Map<UUID, NoticeText> texts = new HashMap<>();
            jdbc.sql("""
                    SELECT d.id, d.kind, m.number, m.name FROM mandate d JOIN member m ON m.id = d.association
                     WHERE d.id = ANY (:subjects) AND d.person = :reader""")
                    .param("subjects", subjects.toArray(UUID[]::new))
                    .param("reader", reader.value())
                    .query((row, _) -> {
                        String name =
                                LocalizedText.stored(row.getString("name")).in(language);
                        String as = messages.text(language, Keys.of(RepresentationKind.valueOf(row.getString("kind"))));
                        return texts.put(
                                Columns.id(row, "id"),
                                new NoticeText(
                                        messages.text(language, key, name, as),
                                        null,
                                        MembershipPages.member(row.getLong("number"))));
                    })
                    .list();
            return texts;
        }
    }
}
