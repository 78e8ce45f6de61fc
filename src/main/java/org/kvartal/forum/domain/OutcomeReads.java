package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.OutcomeProgress;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.BodyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outcomes as pages show them. Who facilitates sees what is written down; who belongs to the house sees it of items for all; everybody sees what is confirmed of a
 * session whose minutes are published, and whoever has a task sees that.
 */
@Component
class OutcomeReads {

    /** Outcomes {@code o} that the asker may know of, with their items {@code i} and sessions {@code s}; takes {@link #values}. */
    static final String KNOWN = """
            SELECT o.*, i.session, s.year, s.number, s.series
              FROM outcome o JOIN agenda_item i ON i.id = o.item JOIN forum_session s ON s.id = i.session
             WHERE o.state <> 'STRUCK'
               AND (:all OR s.series = ANY (:mine)
                    OR (o.state = 'CONFIRMED' AND o.person = :asker::uuid)
                    OR (s.opened_at IS NOT NULL AND i.visibility = 'COMMON'
                        AND ((:reads AND s.state IN ('IN_PROGRESS', 'CLOSED'))
                             OR (o.state = 'CONFIRMED' AND NOT i.members_only AND EXISTS (
                                 SELECT FROM minutes_edition e WHERE e.session = s.id AND e.published_at IS NOT NULL)))))
            """;

    private final JdbcClient jdbc;
    private final ForumSight sight;
    private final People people;
    private final Bodies bodies;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final ObjectProvider<OutcomeProgress> further;

    OutcomeReads(
            JdbcClient jdbc,
            ForumSight sight,
            People people,
            Bodies bodies,
            Messages messages,
            Wording wording,
            House house,
            ObjectProvider<OutcomeProgress> further) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.people = people;
        this.bodies = bodies;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.further = further;
    }

    private record Row(
            OutcomeId id,
            SessionId session,
            ItemId item,
            OutcomeKind kind,
            LocalizedText text,
            OutcomeState state,
            @Nullable PersonId person,
            @Nullable LocalDate due,
            @Nullable BodyId body,
            Instant made,
            @Nullable Instant done,
            String report,
            long version) {}

    Map<String, @Nullable Object> values(Asker asker) {
        Facilitating facilitating = sight.of(asker);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asker", asker.person().map(PersonId::value).orElse(null));
        values.put("all", facilitating.all());
        values.put("mine", facilitating.mine());
        values.put("reads", sight.reads(asker));
        return values;
    }

    /** The same for everybody who belongs to the house, whoever they are. */
    private static Map<String, @Nullable Object> ofMembers() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asker", null);
        values.put("all", false);
        values.put("mine", new UUID[0]);
        values.put("reads", true);
        return values;
    }

    /** What the room has not settled, in the order in which it was written down, with the versions of its words. */
    Map<OutcomeId, Long> live(SessionId session) {
        Map<OutcomeId, Long> live = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT o.id, o.version FROM outcome o JOIN agenda_item i ON i.id = o.item
                 WHERE i.session = :session AND o.state = 'LIVE' ORDER BY o.made_at, o.id""").param("session", session.value()).query(row -> {
            live.put(new OutcomeId(Columns.id(row, "id")), row.getLong("version"));
        });
        return live;
    }

    List<OutcomeLine> of(Asker asker, String text) {
        return SessionCode.of(text)
                .map(code -> lines(
                        asker,
                        jdbc.sql(KNOWN + " AND s.year = :year AND s.number = :number ORDER BY o.made_at, o.id")
                                .params(values(asker))
                                .param("year", code.year())
                                .param("number", code.number())
                                .query((row, _) -> row(row))
                                .list()))
                .orElse(List.of());
    }

    Map<ItemId, List<OutcomeLine>> ofItems(Asker asker, Collection<ItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return lines(
                        asker,
                        jdbc.sql(KNOWN + " AND i.id = ANY (:items) ORDER BY o.made_at, o.id")
                                .params(values(asker))
                                .param(
                                        "items",
                                        items.stream().map(ItemId::value).toArray(UUID[]::new))
                                .query((row, _) -> row(row))
                                .list())
                .stream()
                .collect(Collectors.groupingBy(OutcomeLine::item));
    }

    /** What is confirmed of a session; then of those before it in its series what may not be settled, the last session first. */
    List<OutcomeLine> lookBack(Asker asker, SessionCode code, int most) {
        return lookBack(asker, values(asker), code, most);
    }

    /** The same as everybody who belongs to the house may read it. */
    List<OutcomeLine> lookBackForMembers(SessionCode code, int most) {
        return lookBack(ForumTrail.HOUSE, ofMembers(), code, most);
    }

    private List<OutcomeLine> lookBack(Asker asker, Map<String, @Nullable Object> known, SessionCode code, int most) {
        return lines(
                asker,
                jdbc.sql(KNOWN + """
                         AND o.state = 'CONFIRMED'
                         AND s.id IN (SELECT e.id FROM forum_session l
                                        JOIN forum_session e ON e.id = l.id OR (e.series = l.series AND e.starts_at < l.starts_at)
                                       WHERE l.year = :year AND l.number = :number)
                         AND ((s.year = :year AND s.number = :number) OR (o.kind <> 'NOTE' AND o.done_at IS NULL))
                         ORDER BY s.starts_at DESC, o.made_at, o.id LIMIT :most""")
                        .params(known)
                        .param("year", code.year())
                        .param("number", code.number())
                        .param("most", most)
                        .query((row, _) -> row(row))
                        .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID body = Columns.idOrNull(row, "body");
        return new Row(
                new OutcomeId(Columns.id(row, "id")),
                new SessionId(Columns.id(row, "session")),
                new ItemId(Columns.id(row, "item")),
                OutcomeKind.valueOf(row.getString("kind")),
                Stored.text(row, "text"),
                OutcomeState.valueOf(row.getString("state")),
                Columns.personOrNull(row, "person"),
                row.getObject("due", LocalDate.class),
                body == null ? null : new BodyId(body),
                Columns.moment(row, "made_at"),
                Columns.momentOrNull(row, "done_at"),
                row.getString("report"),
                row.getLong("version"));
    }

    private List<OutcomeLine> lines(Asker asker, List<Row> rows) {
        boolean names = asker.person().isPresent() || asker instanceof Asker.House;
        Set<PersonId> persons = new HashSet<>();
        boolean referred = false;
        for (Row row : rows) {
            PersonId person = row.person();
            if (person != null && names) {
                persons.add(person);
            }
            referred |= row.body() != null;
        }
        Map<PersonId, PersonCard> cards = persons.isEmpty() ? Map.of() : people.cards(persons);
        Map<BodyId, BodyCard> known =
                referred ? bodies.all(asker).stream().collect(Collectors.toMap(BodyCard::id, card -> card)) : Map.of();
        List<OutcomeLine> lines = new ArrayList<>();
        for (Row row : rows) {
            PersonId person = row.person();
            BodyId body = row.body();
            BodyCard card = body == null ? null : known.get(body);
            lines.add(new OutcomeLine(
                    row.id(),
                    row.session(),
                    row.item(),
                    row.kind(),
                    row.text(),
                    row.state(),
                    person == null ? null : cards.get(person),
                    row.due(),
                    body,
                    card == null ? null : card.name(),
                    row.made(),
                    row.done(),
                    row.report(),
                    row.version()));
        }
        return lines;
    }

    Map<OutcomeId, Progress> progress(Asker asker, Collection<OutcomeLine> lines, Language language) {
        return progress(lines, language, (one, confirmed) -> one.of(asker, confirmed, language));
    }

    Map<OutcomeId, Progress> progressForMembers(Collection<OutcomeLine> lines, Language language) {
        return progress(lines, language, (one, confirmed) -> one.forMembers(confirmed, language));
    }

    private Map<OutcomeId, Progress> progress(
            Collection<OutcomeLine> lines,
            Language language,
            BiFunction<OutcomeProgress, Set<OutcomeId>, Map<OutcomeId, Progress>> asked) {
        Map<OutcomeId, Progress> progress = new HashMap<>();
        Set<OutcomeId> confirmed = new HashSet<>();
        for (OutcomeLine line : lines) {
            if (line.state() != OutcomeState.CONFIRMED) {
                continue;
            }
            confirmed.add(line.id());
            if (line.kind().carriedOut()) {
                progress.put(line.id(), task(line, language));
            }
        }
        if (!confirmed.isEmpty()) {
            house.inUse(further.orderedStream().toList()).forEach(one -> progress.putAll(asked.apply(one, confirmed)));
        }
        return progress;
    }

    private Progress task(OutcomeLine line, Language language) {
        Instant done = line.done();
        LocalDate due = line.due();
        if (done != null) {
            return new Progress(
                    messages.text(language, "forum.progress.done", wording.day(done, language, house.zone())),
                    null,
                    true);
        }
        return new Progress(
                due == null
                        ? messages.text(language, "forum.progress.open")
                        : messages.text(language, "forum.progress.due", wording.day(due, language)),
                null,
                false);
    }
}
