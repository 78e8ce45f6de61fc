package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.BodyType;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bodies as pages show them: as of a day, and no more of the people in them than the reader may see. */
@Component
class BodyReads {

    /** Lasts on a day: of a term {@code t}; takes {@code day}. */
    private static final String ON = " t.from_day <= :day AND (t.to_day IS NULL OR t.to_day >= :day) ";

    private static final String CARDS = """
            SELECT b.*, (SELECT count(DISTINCT t.person) FROM body_term t WHERE t.body = b.id AND""" + ON + """
                   ) AS people FROM body b""";

    private final JdbcClient jdbc;
    private final People people;
    private final Permissions permissions;
    private final HouseClock day;

    BodyReads(JdbcClient jdbc, People people, Permissions permissions, HouseClock day) {
        this.jdbc = jdbc;
        this.people = people;
        this.permissions = permissions;
        this.day = day;
    }

    List<BodyCard> open() {
        return jdbc.sql(CARDS + " WHERE b.closed_at IS NULL ORDER BY b.type, b.slug")
                .param("day", day.today())
                .query(BodyReads::card)
                .list();
    }

    List<BodyCard> of(Asker asker, PersonId person) {
        return jdbc.sql(CARDS + " WHERE EXISTS (SELECT FROM body_term t WHERE t.body = b.id AND t.person = :person AND"
                        + ON + """
                ) AND (:all OR EXISTS (SELECT FROM body_consent c WHERE c.body = b.id AND c.person = :person))
                ORDER BY b.type, b.slug""")
                .param("day", day.today())
                .param("person", person.value())
                .param("all", seesAll(asker) || isSelf(asker, person))
                .query(BodyReads::card)
                .list();
    }

    /** The open bodies that somebody is in today, in one query. */
    Set<BodyId> of(PersonId person) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT t.body FROM body_term t JOIN body b ON b.id = t.body
                 WHERE b.closed_at IS NULL AND t.person = :person AND""" + ON)
                .param("day", day.today())
                .param("person", person.value())
                .query((row, _) -> new BodyId(Columns.id(row, "body")))
                .list());
    }

    Optional<BodyPage> page(Asker asker, String slug, LocalDate on) {
        record Found(BodyCard card, long version) {}
        return jdbc.sql(CARDS + " WHERE b.slug = :slug")
                .param("day", day.today())
                .param("slug", slug)
                .query((row, index) -> new Found(card(row, index), row.getLong("version")))
                .optional()
                .map(found -> {
                    List<Term> all = terms(found.card().id(), " AND" + ON, on);
                    List<TermLine> shown = shown(asker, all);
                    return new BodyPage(
                            found.card(),
                            found.version(),
                            on,
                            shown,
                            all.size() - shown.size(),
                            consent(asker, all),
                            permissions.has(asker, MembershipRights.MANAGE_BODIES, Scope.PLATFORM));
                });
    }

    List<TermLine> history(Asker asker, BodyId body) {
        return shown(asker, terms(body, "", day.today())).stream()
                .sorted((one, other) -> other.from().compareTo(one.from()))
                .toList();
    }

    private static @Nullable Boolean consent(Asker asker, List<Term> terms) {
        return terms.stream()
                .filter(term -> isSelf(asker, term.person()))
                .map(Term::consent)
                .findFirst()
                .orElse(null);
    }

    /** Who belongs to the house sees everybody; others see those who agreed, and themselves. */
    private List<TermLine> shown(Asker asker, List<Term> terms) {
        boolean all = seesAll(asker);
        List<Term> visible = terms.stream()
                .filter(term -> all || term.consent() || isSelf(asker, term.person()))
                .toList();
        Map<PersonId, PersonCard> cards =
                people.cards(visible.stream().map(Term::person).collect(Collectors.toSet()));
        return visible.stream()
                .flatMap(term -> line(term, cards.get(term.person())))
                .toList();
    }

    private boolean seesAll(Asker asker) {
        return permissions.has(asker, MembershipRights.READ_MEMBERS, Scope.PLATFORM);
    }

    private static boolean isSelf(Asker asker, PersonId person) {
        return asker.person().filter(person::equals).isPresent();
    }

    private static Stream<TermLine> line(Term term, @Nullable PersonCard person) {
        return person == null
                ? Stream.empty()
                : Stream.of(new TermLine(
                        term.id(), person, term.role(), term.mode(), term.decision(), term.from(), term.to()));
    }

    private List<Term> terms(BodyId body, String which, LocalDate on) {
        return jdbc.sql("""
                SELECT t.*, EXISTS (SELECT FROM body_consent c WHERE c.body = t.body AND c.person = t.person) AS consent
                  FROM body_term t WHERE t.body = :body""" + which
                        + " ORDER BY array_position(ARRAY['CHAIR', 'CONVENER', 'MEMBER'], t.role), t.from_day, t.id")
                .param("body", body.value())
                .param("day", on)
                .query((row, _) -> new Term(
                        new TermId(Columns.id(row, "id")),
                        Columns.person(row, "person"),
                        BodyRole.valueOf(row.getString("role")),
                        TermMode.valueOf(row.getString("mode")),
                        row.getString("decision"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBoolean("consent")))
                .list();
    }

    private record Term(
            TermId id,
            PersonId person,
            BodyRole role,
            TermMode mode,
            String decision,
            LocalDate from,
            @Nullable LocalDate to,
            boolean consent) {}

    boolean wasIn(PersonId person, BodyId body) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM body_term WHERE body = :body AND person = :person)")
                .param("body", body.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person is in the body on any of those days already. */
    boolean overlaps(NewTerm wish) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM body_term WHERE body = :body AND person = :person
                               AND from_day <= coalesce(:to, 'infinity'::date) AND coalesce(to_day, 'infinity'::date) >= :from)""")
                .param("body", wish.body().value())
                .param("person", wish.person().value())
                .param("from", wish.from())
                .param("to", wish.to(), Types.DATE)
                .query(Boolean.class)
                .single();
    }

    private static BodyCard card(ResultSet row, int index) throws SQLException {
        return new BodyCard(
                new BodyId(Columns.id(row, "id")),
                row.getString("slug"),
                BodyType.valueOf(row.getString("type")),
                LocalizedText.stored(row.getString("name")),
                Cards.textOrNull(row, "purpose"),
                row.getString("sector"),
                row.getInt("people"),
                row.getInt("minimum"),
                Columns.momentOrNull(row, "closed_at") == null);
    }
}
