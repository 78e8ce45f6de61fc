package org.kvartal.forum.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.MinutesDesk.Edition;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.Paragraph;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.forum.MinutesDesk.Suggestion;
import org.kvartal.forum.MinutesDesk.SuggestionState;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.SuggestionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes as their readers see them. */
@Component
class MinutesReads {

    private final JdbcClient jdbc;
    private final SnapshotReads snapshots;
    private final SessionReads sessions;
    private final ForumSight sight;
    private final People people;
    private final HouseClock clock;

    MinutesReads(
            JdbcClient jdbc,
            SnapshotReads snapshots,
            SessionReads sessions,
            ForumSight sight,
            People people,
            HouseClock clock) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.sight = sight;
        this.people = people;
        this.clock = clock;
    }

    private record Row(
            Edition edition,
            @Nullable Instant reviewUntil,
            @Nullable Instant approved) {}

    private record Wish(
            SuggestionId id,
            ParagraphId paragraph,
            long version,
            PersonId by,
            Language language,
            String text,
            String why,
            SuggestionState state,
            Instant at) {}

    Optional<MinutesPage> find(Asker asker, String code, @Nullable Integer wanted) {
        return snapshots
                .find(code)
                .flatMap(id ->
                        Optional.ofNullable(sessions.cards(asker, Set.of(id)).get(id)))
                .flatMap(card -> page(asker, card, wanted));
    }

    private Optional<MinutesPage> page(Asker asker, SessionCard card, @Nullable Integer wanted) {
        boolean facilitates = sight.of(asker).of(card.series());
        boolean reads = facilitates || sight.reads(asker);
        List<Row> rows = rows(card.id(), facilitates, reads);
        Row shown = rows.stream()
                .filter(row -> wanted == null || row.edition().number() == wanted)
                .findFirst()
                .orElse(null);
        if (shown == null) {
            return Optional.empty();
        }
        boolean review = shown.edition().state() == MinutesState.IN_REVIEW;
        PersonId person = asker.person().orElse(null);
        List<Suggestion> suggestions = person == null
                ? List.of()
                : suggestions(card.id(), shown.edition().number(), facilitates ? null : person);
        return Optional.of(new MinutesPage(
                card,
                shown.edition(),
                rows.stream().map(Row::edition).toList(),
                paragraphs(card.id(), shown.edition().number(), facilitates, reads),
                review ? shown.reviewUntil() : null,
                shown.approved(),
                suggestions,
                facilitates,
                review && !over(shown.reviewUntil()) && person != null && attended(card.id(), person),
                review && facilitates && over(shown.reviewUntil()) && !waits(card.id())));
    }

    /** Whether the asker may read an edition. */
    boolean readable(Asker asker, SessionCard card) {
        boolean facilitates = sight.of(asker).of(card.series());
        return !rows(card.id(), facilitates, facilitates || sight.reads(asker)).isEmpty();
    }

    /** Whether everybody who belongs to the house may. */
    boolean readableForMembers(SessionCard card) {
        return !rows(card.id(), false, true).isEmpty();
    }

    private List<Row> rows(SessionId session, boolean facilitates, boolean reads) {
        return jdbc.sql("""
                SELECT * FROM minutes_edition
                 WHERE session = :session AND (published_at IS NOT NULL OR :facilitates OR (:reads AND state <> 'DRAFT'))
                 ORDER BY edition DESC""")
                .param("session", session.value())
                .param("facilitates", facilitates)
                .param("reads", reads)
                .query((row, _) -> new Row(
                        new Edition(
                                row.getInt("edition"),
                                MinutesState.valueOf(row.getString("state")),
                                row.getString("reason"),
                                Columns.moment(row, "made_at"),
                                Columns.momentOrNull(row, "published_at")),
                        Columns.momentOrNull(row, "review_until"),
                        Columns.momentOrNull(row, "approved_at")))
                .list();
    }

    private List<Paragraph> paragraphs(SessionId session, int edition, boolean facilitates, boolean reads) {
        return jdbc.sql("""
                SELECT * FROM minutes_paragraph
                 WHERE session = :session AND edition = :edition
                   AND (reach = 'ALL' OR :facilitates OR (reach = 'MEMBERS' AND :reads))
                 ORDER BY position""")
                .param("session", session.value())
                .param("edition", edition)
                .param("facilitates", facilitates)
                .param("reads", reads)
                .query((row, _) -> {
                    var item = Columns.idOrNull(row, "item");
                    return new Paragraph(
                            new ParagraphId(Columns.id(row, "id")),
                            ParagraphKind.valueOf(row.getString("kind")),
                            Reach.valueOf(row.getString("reach")),
                            item == null ? null : new ItemId(item),
                            Stored.text(row, "text"),
                            row.getLong("version"));
                })
                .list();
    }

    private List<Suggestion> suggestions(SessionId session, int edition, @Nullable PersonId of) {
        List<Wish> wishes = jdbc.sql("""
                SELECT g.* FROM minutes_suggestion g JOIN minutes_paragraph p ON p.id = g.paragraph
                 WHERE g.session = :session AND p.edition = :edition
                   AND (:person::uuid IS NULL OR g.person = :person::uuid)
                 ORDER BY g.made_at, g.id""")
                .param("session", session.value())
                .param("edition", edition)
                .param("person", of == null ? null : of.value())
                .query((row, _) -> new Wish(
                        new SuggestionId(Columns.id(row, "id")),
                        new ParagraphId(Columns.id(row, "paragraph")),
                        row.getLong("version"),
                        Columns.person(row, "person"),
                        Columns.language(row, "language"),
                        row.getString("text"),
                        row.getString("why"),
                        SuggestionState.valueOf(row.getString("state")),
                        Columns.moment(row, "made_at")))
                .list();
        if (wishes.isEmpty()) {
            return List.of();
        }
        Map<PersonId, PersonCard> cards =
                people.cards(wishes.stream().map(Wish::by).collect(Collectors.toSet()));
        return wishes.stream()
                .map(wish -> new Suggestion(
                        wish.id(),
                        wish.paragraph(),
                        wish.version(),
                        cards.get(wish.by()),
                        wish.language(),
                        wish.text(),
                        wish.why(),
                        wish.state(),
                        wish.at()))
                .toList();
    }

    boolean attended(SessionId session, PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM attendance WHERE session = :session AND person = :person)")
                .param("session", session.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean reviewOver(Standing standing) {
        return over(standing.reviewUntil());
    }

    private boolean over(@Nullable Instant until) {
        return until != null && !until.isAfter(clock.now());
    }

    /** Whether a suggestion waits for a word. */
    boolean waits(SessionId session) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM minutes_suggestion WHERE session = :session AND state = 'OPEN')")
                .param("session", session.value())
                .query(Boolean.class)
                .single();
    }
}
