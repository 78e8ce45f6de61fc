package org.kvartal.membership.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may speak for whom today, each answer in one query. */
@Component
@Transactional(readOnly = true)
class MandateReads {

    /** Counts today: of a mandate {@code d} of a member {@code m}; takes {@code today} and {@code now}. */
    static final String CURRENT = " d.person IS NOT NULL AND d.ended_at IS NULL"
            + " AND d.from_day <= :today AND (d.to_day IS NULL OR d.to_day >= :today)"
            + " AND (m.ends_at IS NULL OR m.ends_at > :now) ";

    private final JdbcClient jdbc;
    private final HouseClock day;

    MandateReads(JdbcClient jdbc, HouseClock day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    List<MemberCard> spokenForBy(PersonId person) {
        return jdbc.sql("SELECT " + Cards.COLUMNS + """
                 FROM member m
                 WHERE EXISTS (SELECT FROM mandate d WHERE d.association = m.id AND d.person = :person
                               AND d.kind <> 'FINANCE' AND """ + CURRENT + ") ORDER BY m.number")
                .param("person", person.value())
                .params(moment())
                .query((row, _) -> Cards.card(row))
                .list();
    }

    boolean speaks(PersonId person, MemberId association) {
        return holds(person, association, "d.kind <> 'FINANCE'");
    }

    boolean isPrimary(Asker asker, MemberId association) {
        return asker.person()
                .filter(person -> holds(person, association, "d.kind = '" + RepresentationKind.PRIMARY + "'"))
                .isPresent();
    }

    /** Whether the person has anything to do with the organisation now, as whatever. */
    boolean represents(PersonId person, MemberId association) {
        return holds(person, association, "true");
    }

    /** The organisations whose primary representative the person is now. */
    Set<MemberId> primaryOf(PersonId person) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT d.association FROM mandate d JOIN member m ON m.id = d.association
                 WHERE d.person = :person AND d.kind = 'PRIMARY' AND """ + CURRENT)
                .param("person", person.value())
                .params(moment())
                .query((row, _) -> new MemberId(Columns.id(row, "association")))
                .list());
    }

    /** Whether the person represents any organisation now, as whatever. */
    boolean representsAny(PersonId person) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM mandate d JOIN member m ON m.id = d.association
                                WHERE d.person = :person AND """ + CURRENT + ")")
                .param("person", person.value())
                .params(moment())
                .query(Boolean.class)
                .single();
    }

    /** Who of them represents partners now, and neither an association nor themselves. */
    Set<PersonId> partnersOnly(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                SELECT d.person FROM mandate d JOIN member m ON m.id = d.association
                 WHERE d.person = ANY (:people)
                   AND NOT EXISTS (SELECT FROM member o WHERE o.person = d.person
                                   AND (o.ends_at IS NULL OR o.ends_at > :now)) AND""" + CURRENT + """
                 GROUP BY d.person HAVING NOT bool_or(m.kind = 'ASSOCIATION')""")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .params(moment())
                .query((row, _) -> Columns.person(row, "person"))
                .list());
    }

    Map<MemberId, Set<PersonId>> primaries(Collection<MemberId> associations) {
        Map<MemberId, Set<PersonId>> primaries = new HashMap<>();
        if (associations.isEmpty()) {
            return primaries;
        }
        jdbc.sql("""
                SELECT d.association, d.person FROM mandate d JOIN member m ON m.id = d.association
                 WHERE d.association = ANY (:associations) AND d.kind = 'PRIMARY' AND """ + CURRENT)
                .param(
                        "associations",
                        associations.stream().map(MemberId::value).toArray(UUID[]::new))
                .params(moment())
                .query((row, _) -> primaries
                        .computeIfAbsent(new MemberId(Columns.id(row, "association")), _ -> new HashSet<>())
                        .add(Columns.person(row, "person")))
                .list();
        return primaries;
    }

    private boolean holds(PersonId person, MemberId association, String kind) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM mandate d JOIN member m ON m.id = d.association
                                WHERE d.association = :association AND d.person = :person AND """ + " " + kind + " AND " + CURRENT + ")")
                .param("association", association.value())
                .param("person", person.value())
                .params(moment())
                .query(Boolean.class)
                .single();
    }

    /** Whether such an invitation waits at that address already. */
    boolean invited(MemberId association, RepresentationKind kind, String address) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM mandate WHERE association = :association AND kind = :kind AND address_folded = :address
                               AND ended_at IS NULL AND person IS NULL AND (to_day IS NULL OR to_day >= :today))""")
                .param("association", association.value())
                .param("kind", kind.name())
                .param("address", new EmailAddress(address).folded())
                .param("today", day.today())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person holds a mandate of that kind on any of those days already. */
    boolean held(GivenMandate wish) {
        return standing(wish).isPresent();
    }

    /** The mandate of that kind that the person holds on any of those days already. */
    Optional<MandateId> standing(GivenMandate wish) {
        LocalDate from = wish.from() == null ? day.today() : wish.from();
        return jdbc.sql("""
                SELECT id FROM mandate WHERE association = :association AND kind = :kind AND person = :person
                   AND ended_at IS NULL AND from_day <= coalesce(:to, 'infinity'::date)
                   AND coalesce(to_day, 'infinity'::date) >= :from
                 ORDER BY from_day LIMIT 1""")
                .param("association", wish.association().value())
                .param("kind", wish.kind().name())
                .param("person", wish.person().value())
                .param("from", from)
                .param("to", wish.to(), Types.DATE)
                .query((row, _) -> new MandateId(Columns.id(row, "id")))
                .optional();
    }

    Map<String, Object> moment() {
        return Map.of("today", day.today(), "now", Columns.moment(day.now()));
    }
}
