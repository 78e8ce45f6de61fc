package org.kvartal.seminars.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.tasks.AwaitedLine;
import org.kvartal.tasks.AwaitedSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others owe to whoever registered them or themselves: a colleague's yes, a place to be taken, the organiser's answer. */
@Component
class AwaitedInSeminars implements AwaitedSource {

    private final People people;
    private final Messages messages;
    private final JdbcClient jdbc;

    AwaitedInSeminars(People people, Messages messages, JdbcClient jdbc) {
        this.people = people;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    private record Row(String kind, @Nullable PersonId person, String name, String title, String slug, Instant since) {}

    @Override
    public List<AwaitedLine> awaited(Reader reader, int limit) {
        UUID asker = reader.asker().person().map(PersonId::value).orElse(null);
        if (asker == null) {
            return List.of();
        }
        List<Row> rows = jdbc.sql("""
                SELECT CASE r.state WHEN 'STARTED' THEN 'colleague' WHEN 'OFFERED' THEN 'offer' ELSE 'organiser' END AS kind,
                       r.person, r.name, s.title, s.slug, CASE r.state WHEN 'OFFERED' THEN r.changed_at ELSE r.made_at END AS since, r.id
                  FROM seminar_registration r JOIN seminar s ON s.id = r.seminar
                 WHERE s.state IN ('PUBLISHED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED')
                   AND ((r.state IN ('STARTED', 'OFFERED') AND r.made_by = :asker AND r.person IS DISTINCT FROM :asker)
                        OR (r.state = 'PENDING' AND (r.made_by = :asker OR r.person = :asker)))
                 ORDER BY since, r.id LIMIT :limit""")
                .param("asker", asker)
                .param("limit", limit)
                .query((row, _) -> new Row(
                        row.getString("kind"),
                        Columns.personOrNull(row, "person"),
                        row.getString("name"),
                        Stored.text(row, "title").in(reader.language()),
                        row.getString("slug"),
                        Columns.moment(row, "since")))
                .list();
        Map<PersonId, PersonCard> cards = people.cards(
                rows.stream().map(Row::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream().map(row -> line(row, cards, reader)).toList();
    }

    private AwaitedLine line(Row row, Map<PersonId, PersonCard> cards, Reader reader) {
        PersonId person = row.person();
        PersonCard card = person == null ? null : cards.get(person);
        return new AwaitedLine(
                "seminars.awaited." + row.kind(),
                List.of(row.title()),
                row.kind().equals("organiser")
                        ? messages.text(reader.language(), "seminars.awaited.organisers")
                        : card == null ? row.name() : card.name(),
                SeminarPages.seminar(row.slug()),
                row.since());
    }
}
