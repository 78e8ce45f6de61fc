package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.membership.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads members for the work of this module, and for others what they may see; batched, one query each. */
@Component
@Transactional(readOnly = true)
class MemberReads {

    /** Belongs to the house: of a member {@code m}; takes {@code now}. */
    static final String CURRENT = " (m.ends_at IS NULL OR m.ends_at > :now) ";

    private final JdbcClient jdbc;
    private final HouseClock day;

    MemberReads(JdbcClient jdbc, HouseClock day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    Map<MemberId, MemberCard> cards(Collection<MemberId> members) {
        Map<MemberId, MemberCard> cards = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("SELECT " + Cards.COLUMNS + " FROM member m WHERE m.id = ANY (:ids)")
                    .param("ids", ids(members))
                    .query((row, _) -> Cards.card(row))
                    .list()
                    .forEach(card -> cards.put(card.id(), card));
        }
        return cards;
    }

    /** Without those who hide their name. */
    Map<MemberId, MemberCard> cards(Collection<MemberId> members, Sight.Seen seen) {
        Map<MemberId, MemberCard> cards = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("SELECT " + Cards.COLUMNS + ", m.name_shown FROM member m WHERE m.id = ANY (:ids)")
                    .param("ids", ids(members))
                    .query(row -> {
                        Cards.shown(row, seen).ifPresent(card -> cards.put(card.id(), card));
                    });
        }
        return cards;
    }

    /** Empty where they hide their name. */
    Optional<MemberCard> ofPerson(PersonId person, Sight.Seen seen) {
        return jdbc.sql("SELECT " + Cards.COLUMNS + ", m.name_shown FROM member m WHERE m.person = :person AND"
                        + CURRENT)
                .param("person", person.value())
                .param("now", Columns.moment(day.now()))
                .query((row, _) -> Cards.shown(row, seen))
                .optional()
                .flatMap(Function.identity());
    }

    Optional<MemberCard> byNumber(long number) {
        return jdbc.sql("SELECT " + Cards.COLUMNS + " FROM member m WHERE m.number = :number")
                .param("number", number)
                .query((row, _) -> Cards.card(row))
                .optional();
    }

    Map<PersonId, MemberCard> ofPeople(Collection<PersonId> people) {
        Map<PersonId, MemberCard> cards = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT " + Cards.COLUMNS + " FROM member m WHERE m.person = ANY (:people) AND" + CURRENT)
                    .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                    .param("now", Columns.moment(day.now()))
                    .query((row, _) -> cards.put(Columns.person(row, "person"), Cards.card(row)))
                    .list();
        }
        return cards;
    }

    /** Those who hide their name. */
    Set<PersonId> hidden(Collection<PersonId> people, Sight.Seen seen) {
        Set<PersonId> hidden = new HashSet<>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT m.person, m.name_shown FROM member m WHERE m.person = ANY (:people) AND" + CURRENT)
                    .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                    .param("now", Columns.moment(day.now()))
                    .query(row -> {
                        PersonId person = Columns.person(row, "person");
                        if (!seen.sees(Cards.visible(row, "name_shown"), person)) {
                            hidden.add(person);
                        }
                    });
        }
        return hidden;
    }

    Set<MemberId> current(Collection<MemberId> members) {
        Set<MemberId> current = new HashSet<>();
        if (!members.isEmpty()) {
            jdbc.sql("SELECT m.id FROM member m WHERE m.id = ANY (:ids) AND" + CURRENT)
                    .param("ids", ids(members))
                    .param("now", Columns.moment(day.now()))
                    .query(UUID.class)
                    .list()
                    .forEach(id -> current.add(new MemberId(id)));
        }
        return current;
    }

    /** Organisations that belong to the house now, by their numbers. */
    Map<Long, MemberId> organisations(Collection<Long> numbers) {
        Map<Long, MemberId> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("SELECT m.id, m.number FROM member m WHERE m.number = ANY (:numbers) AND m.kind <> 'PERSON' AND"
                            + CURRENT)
                    .param("numbers", numbers.toArray(Long[]::new))
                    .param("now", Columns.moment(day.now()))
                    .query(row -> {
                        found.put(row.getLong("number"), new MemberId(Columns.id(row, "id")));
                    });
        }
        return found;
    }

    int countAssociations() {
        return jdbc.sql("SELECT count(*) FROM member m WHERE m.kind = 'ASSOCIATION' AND" + CURRENT)
                .param("now", Columns.moment(day.now()))
                .query(Integer.class)
                .single();
    }

    Map<Registration, MemberId> registered(Collection<Registration> registrations) {
        Map<Registration, MemberId> registered = new HashMap<>();
        if (registrations.isEmpty()) {
            return registered;
        }
        List<Registration> sought = List.copyOf(registrations);
        jdbc.sql("""
                SELECT m.id, m.registration_scheme, m.registration_number
                  FROM unnest(:schemes::text[], :numbers::text[]) AS s (scheme, number)
                  JOIN member m ON m.registration_number = s.number AND m.registration_scheme = s.scheme
                 WHERE""" + CURRENT + "ORDER BY m.number DESC")
                .param("schemes", sought.stream().map(Registration::scheme).toArray(String[]::new))
                .param("numbers", sought.stream().map(Registration::number).toArray(String[]::new))
                .param("now", Columns.moment(day.now()))
                .query((row, _) -> registered.put(
                        new Registration(row.getString("registration_scheme"), row.getString("registration_number")),
                        new MemberId(Columns.id(row, "id"))))
                .list();
        return registered;
    }

    Map<MemberId, Particulars> particulars(Collection<MemberId> organisations) {
        Map<MemberId, Particulars> found = new HashMap<>();
        if (!organisations.isEmpty()) {
            jdbc.sql("SELECT m.*, " + CURRENT + " AS current FROM member m"
                            + " WHERE m.id = ANY (:ids) AND m.kind <> 'PERSON'")
                    .param("ids", ids(organisations))
                    .param("now", Columns.moment(day.now()))
                    .query(MemberReads::particulars)
                    .list()
                    .forEach(one -> found.put(one.card().id(), one));
        }
        return found;
    }

    private static Particulars particulars(ResultSet row, int index) throws SQLException {
        return new Particulars(
                Cards.card(row),
                row.getBoolean("current"),
                row.getString("own_name"),
                row.getString("city"),
                row.getString("website"),
                Cards.textOrNull(row, "about"),
                Cards.registration(row),
                Cards.numberOrNull(row, "founded"),
                Cards.numberOrNull(row, "size"));
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).distinct().toArray(UUID[]::new);
    }
}
