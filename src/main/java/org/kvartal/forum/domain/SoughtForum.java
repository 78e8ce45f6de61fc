package org.kvartal.forum.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Typed;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets sessions, what stands on their agendas, what came out of them and what their published minutes say be found, by whoever may know of it. */
@Configuration(proxyBeanMethods = false)
class SoughtForum {

    private static final int TITLE = 160;

    @Bean
    SearchSource soughtSessions(JdbcClient jdbc) {
        return new SoughtRows(
                jdbc, "session", "forum.search.sessions", 40, false, "forum_session", """
                SELECT s.id, s.year, s.number, s.series, s.title, s.place, s.starts_at, s.opened_at
                  FROM forum_session s WHERE s.id = ANY (:ids)""", SoughtForum::session);
    }

    @Bean
    SearchSource soughtItems(JdbcClient jdbc) {
        return new SoughtRows(jdbc, "item", "forum.search.items", 42, false, "agenda_item", """
                SELECT i.id, i.title, i.context, i.expected, i.visibility, i.members_only, i.proposer,
                       s.year, s.number, i.series, s.starts_at, s.opened_at, s.title AS session_title
                  FROM agenda_item i JOIN forum_session s ON s.id = i.session
                 WHERE i.id = ANY (:ids)""", SoughtForum::item);
    }

    @Bean
    SearchSource soughtOutcomes(JdbcClient jdbc, Messages messages) {
        return new SoughtRows(
                jdbc, "outcome", "forum.search.outcomes", 44, true, "outcome", """
                SELECT o.id, o.kind, o.text, o.state, o.person, o.made_at, i.title AS item_title, i.visibility, i.members_only,
                       s.year, s.number, s.series, s.opened_at, s.state AS session_state,
                       EXISTS (SELECT FROM minutes_edition e WHERE e.session = s.id AND e.published_at IS NOT NULL) AS published
                  FROM outcome o JOIN agenda_item i ON i.id = o.item JOIN forum_session s ON s.id = i.session
                 WHERE o.id = ANY (:ids) AND o.state <> 'STRUCK'""", row -> outcome(row, messages));
    }

    @Bean
    SearchSource soughtMinutes(JdbcClient jdbc) {
        return new SoughtRows(
                jdbc, "minutes", "forum.search.minutes", 46, false, "minutes_paragraph", """
                SELECT p.id, p.session, p.text, p.reach, s.year, s.number, s.series, s.title, s.starts_at
                  FROM minutes_paragraph p
                  JOIN minutes_edition e ON e.session = p.session AND e.edition = p.edition
                  JOIN forum_session s ON s.id = p.session
                 WHERE p.id = ANY (:ids) AND e.state = 'PUBLISHED' AND p.reach IN ('ALL', 'MEMBERS')""", SoughtForum::paragraph);
    }

    private static SearchDocument session(ResultSet row) throws SQLException {
        String code = code(row);
        LocalizedText title = Stored.text(row, "title");
        Set<String> audience = facilitators(row);
        if (announced(row)) {
            audience.add(SearchAudiences.PUBLIC);
        }
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title,
                        ForumPages.session(code),
                        Columns.moment(row, "starts_at"),
                        audience)
                .called(code)
                .saying(SoughtRows.texts(SoughtRows.text(title.source(), row.getString("place"))));
    }

    private static SearchDocument item(ResultSet row) throws SQLException {
        LocalizedText title = Stored.text(row, "title");
        Set<String> audience = facilitators(row);
        if (announced(row)) {
            UUID proposer = Columns.idOrNull(row, "proposer");
            if (proposer != null) {
                audience.add(SearchAudiences.of("person", proposer));
            }
            if (row.getString("visibility").equals("COMMON")) {
                audience.add(row.getBoolean("members_only") ? ForumSeekers.READERS : SearchAudiences.PUBLIC);
            }
        }
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title,
                        ForumPages.session(code(row)),
                        Columns.moment(row, "starts_at"),
                        audience)
                .saying(SoughtRows.texts(
                        plain(title.source(), row.getString("context")),
                        SoughtRows.text(title.source(), row.getString("expected"))))
                .noted(Stored.text(row, "session_title"));
    }

    /** Known as {@link OutcomeReads#KNOWN} says. */
    private static SearchDocument outcome(ResultSet row, Messages messages) throws SQLException {
        LocalizedText text = Stored.text(row, "text");
        Map<Language, String> titles = new EnumMap<>(Language.class);
        text.texts().forEach((language, words) -> titles.put(language, Typed.shortened(words, TITLE)));
        boolean confirmed = row.getString("state").equals("CONFIRMED");
        String session = row.getString("session_state");
        Set<String> audience = facilitators(row);
        UUID person = Columns.idOrNull(row, "person");
        if (confirmed && person != null) {
            audience.add(SearchAudiences.of("person", person));
        }
        boolean open = false;
        if (announced(row) && row.getString("visibility").equals("COMMON")) {
            if (session.equals("IN_PROGRESS") || session.equals("CLOSED")) {
                audience.add(ForumSeekers.READERS);
            }
            if (confirmed && !row.getBoolean("members_only") && row.getBoolean("published")) {
                audience.add(SearchAudiences.PUBLIC);
                open = true;
            }
        }
        String code = code(row);
        String key = "forum.outcome-kind." + Code.of(OutcomeKind.valueOf(row.getString("kind")));
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        new LocalizedText(text.source(), titles),
                        ForumPages.session(code),
                        Columns.moment(row, "made_at"),
                        audience)
                .open(open ? ForumPages.publicMinutes(code) : null)
                .saying(SoughtRows.texts(text, Stored.text(row, "item_title")))
                .noted(SoughtRows.words(messages, key));
    }

    private static SearchDocument paragraph(ResultSet row) throws SQLException {
        String code = code(row);
        Set<String> audience = facilitators(row);
        boolean open = row.getString("reach").equals("ALL");
        audience.add(ForumSeekers.READERS);
        if (open) {
            audience.add(SearchAudiences.PUBLIC);
        }
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        Stored.text(row, "title"),
                        ForumPages.minutes(code),
                        Columns.moment(row, "starts_at"),
                        audience)
                .open(open ? ForumPages.publicMinutes(code) : null)
                .called(code)
                .within(Columns.id(row, "session"), false)
                .saying(SoughtRows.texts(Stored.text(row, "text")));
    }

    private static Set<String> facilitators(ResultSet row) throws SQLException {
        Set<String> audience = new HashSet<>();
        audience.add(ForumSeekers.FACILITATORS);
        UUID series = Columns.idOrNull(row, "series");
        if (series != null) {
            audience.add(ForumSeekers.facilitators(series));
        }
        return audience;
    }

    private static boolean announced(ResultSet row) throws SQLException {
        return Columns.momentOrNull(row, "opened_at") != null;
    }

    private static String code(ResultSet row) throws SQLException {
        return new SessionCode(row.getInt("year"), row.getInt("number")).toString();
    }

    private static @Nullable LocalizedText plain(Language language, String markdown) {
        return SoughtRows.text(language, Markdown.render(markdown).excerpt(Markdown.MAX_LENGTH));
    }
}
