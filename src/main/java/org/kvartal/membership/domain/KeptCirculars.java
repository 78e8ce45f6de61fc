package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.MembershipRights;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.kvartal.notifications.Notifications.Echo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Letters of the office, kept as they were sent, with those to whom they went. */
@Component
@Transactional
class KeptCirculars implements Circulars {

    static final String CIRCULAR = "membership.circular";

    private static final String REHEARSAL = "membership.letter.circular";

    private final Permissions permissions;
    private final Circles circles;
    private final People people;
    private final Correspondence correspondence;
    private final Notifications notifications;
    private final Postbox postbox;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final House house;
    private final Clock clock;

    KeptCirculars(
            Permissions permissions,
            Circles circles,
            People people,
            Correspondence correspondence,
            Notifications notifications,
            Postbox postbox,
            AuditTrail audit,
            JdbcClient jdbc,
            JsonMapper json,
            House house,
            Clock clock) {
        this.permissions = permissions;
        this.circles = circles;
        this.people = people;
        this.correspondence = correspondence;
        this.notifications = notifications;
        this.postbox = postbox;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.house = house;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> functions(Asker by) {
        check(by);
        return circles.functions();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Language, Integer> reach(Asker by, NewCircular circular) {
        check(by);
        Refusals refusals = new Refusals();
        refusals.check(() -> subject(circular.subject()));
        refusals.check(() -> text(circular.text()));
        refusals.finish();
        Map<Language, Integer> reach = new EnumMap<>(Language.class);
        people.languages(circles.of(circular.to()))
                .forEach((read, many) -> reach.merge(circular.subject().shownIn(read), many, Integer::sum));
        return reach;
    }

    @Override
    public void rehearse(Asker by, NewCircular circular) {
        check(by);
        LocalizedText subject = subject(circular.subject());
        LocalizedText text = text(circular.text());
        Recipient to = correspondence
                .recipient(by.requirePerson())
                .orElseThrow(() -> Refused.because("membership.refused.circular-no-address"));
        for (Language language : subject.texts().keySet()) {
            postbox.post(Letter.about(
                    "membership.circular-rehearsed:" + Ids.next(),
                    new Recipient(to.name(), to.address(), language),
                    REHEARSAL,
                    subject.in(language),
                    text.in(language),
                    house.name()));
        }
    }

    @Override
    public void send(Asker by, NewCircular circular) {
        check(by);
        PersonId author = by.requirePerson();
        LocalizedText subject = subject(circular.subject());
        LocalizedText text = text(circular.text());
        Set<PersonId> readers = circles.of(circular.to());
        if (readers.isEmpty()) {
            throw Refused.because("membership.refused.circular-nobody");
        }
        Circle to = circular.to();
        int kept = jdbc.sql("""
                INSERT INTO circular (id, subject, text, kind, body, country, place, function, sent_by, sent_at, people)
                VALUES (:id, :subject::jsonb, :text::jsonb, :kind, :body, :country, :place, :function, :by, :now, :people)
                ON CONFLICT DO NOTHING
                """)
                .param("id", circular.id().value())
                .param("subject", json.writeValueAsString(subject))
                .param("text", json.writeValueAsString(text))
                .param("kind", to.kind() == null ? null : to.kind().name())
                .param("body", to.body() == null ? null : to.body().value())
                .param("country", to.country())
                .param("place", to.place())
                .param("function", to.function())
                .param("by", author.value())
                .param("now", Columns.moment(clock.instant()))
                .param("people", readers.size())
                .update();
        if (kept == 0) {
            return;
        }
        jdbc.sql("INSERT INTO circular_reader (circular, person) SELECT :id, unnest(:people::uuid[])")
                .param("id", circular.id().value())
                .param("people", readers.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        audit.record(AuditEntry.of(
                        by,
                        "membership.circular-sent",
                        new AuditSubject(CIRCULAR, circular.id().value()))
                .with("people", readers.size()));
        notifications.tell(
                new Notice(key(circular.id()), CIRCULAR, circular.id().value(), readers));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SentCircular> sent(Asker by, int limit) {
        check(by);
        List<SentCircular> sent = cards(jdbc.sql("SELECT * FROM circular ORDER BY sent_at DESC, id LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list());
        Map<String, Echo> echoes =
                notifications.echoes(sent.stream().map(one -> key(one.id())).toList());
        return sent.stream().map(one -> one.with(echoes.get(key(one.id())))).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public SentCircular find(Asker by, CircularId id) {
        PersonId reader = by.requirePerson();
        boolean writes = permissions.has(by, MembershipRights.WRITE_TO_MEMBERS, Scope.PLATFORM);
        List<Row> rows = jdbc.sql("""
                SELECT * FROM circular c
                 WHERE id = :id AND (:writes OR EXISTS (
                       SELECT FROM circular_reader r WHERE r.circular = c.id AND r.person = :reader))
                """)
                .param("id", id.value())
                .param("writes", writes)
                .param("reader", reader.value())
                .query((row, _) -> row(row))
                .list();
        return cards(rows).stream().findFirst().orElseThrow(NotFound::new);
    }

    private record Row(CircularId id, LocalizedText subject, LocalizedText text, PersonId by, Instant at, int people) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new CircularId(Columns.id(row, "id")),
                LocalizedText.stored(row.getString("subject")),
                LocalizedText.stored(row.getString("text")),
                Columns.person(row, "sent_by"),
                Columns.moment(row, "sent_at"),
                row.getInt("people"));
    }

    private List<SentCircular> cards(List<Row> rows) {
        Map<PersonId, PersonCard> cards =
                people.cards(rows.stream().map(Row::by).collect(Collectors.toSet()));
        List<SentCircular> sent = new ArrayList<>();
        for (Row row : rows) {
            PersonCard by = cards.getOrDefault(
                    row.by(), new PersonCard(row.by(), "–", null, row.subject().source()));
            sent.add(new SentCircular(row.id(), row.subject(), row.text(), by, row.at(), row.people(), null));
        }
        return sent;
    }

    private void check(Asker by) {
        permissions.check(by, MembershipRights.WRITE_TO_MEMBERS, Scope.PLATFORM);
    }

    private static LocalizedText subject(LocalizedText typed) {
        LocalizedText subject = typed.asLine();
        require("subject", subject, SUBJECT_LENGTH);
        return subject;
    }

    private static LocalizedText text(LocalizedText typed) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        typed.texts()
                .forEach((language, text) ->
                        texts.put(language, PlainText.block(text).strip()));
        LocalizedText text = new LocalizedText(typed.source(), texts);
        require("text", text, TEXT_LENGTH);
        return text;
    }

    private static void require(String field, LocalizedText text, int most) {
        if (text.texts().values().stream().anyMatch(String::isBlank)) {
            throw Refused.at(field, "membership.refused.circular-blank");
        }
        if (text.texts().values().stream().anyMatch(wording -> wording.length() > most)) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
    }

    private static String key(CircularId id) {
        return CIRCULAR + ":" + id;
    }
}
