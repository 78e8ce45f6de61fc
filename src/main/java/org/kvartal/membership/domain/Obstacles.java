package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.ApplicationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps somebody from applying to belong themselves now; nothing keeps them from applying for others. Asked wherever it is known who applies. */
@Component
class Obstacles {

    private final MemberReads members;
    private final JdbcClient jdbc;
    private final HouseClock day;

    Obstacles(MemberReads members, JdbcClient jdbc, HouseClock day) {
        this.members = members;
        this.jdbc = jdbc;
        this.day = day;
    }

    /** @param address known to be theirs, null where none is: whoever was declined may be nobody whom the house knows */
    Optional<Refused> of(ApplicationKind kind, PersonId person, @Nullable EmailAddress address) {
        if (kind != ApplicationKind.PERSON) {
            return Optional.empty();
        }
        if (members.ofPeople(List.of(person)).containsKey(person)) {
            return Optional.of(Refused.because("membership.refused.already-member"));
        }
        if (endedByHouse(person)) {
            return Optional.of(Refused.because("membership.refused.ended-by-house"));
        }
        return mayAppeal(person, address)
                ? Optional.of(Refused.because("membership.refused.declined", Admissions.APPEAL.toDays()))
                : Optional.empty();
    }

    /** Whether a person's newest membership was ended by the house. */
    boolean endedByHouse(PersonId person) {
        return jdbc.sql("SELECT end_cause FROM member WHERE person = :person ORDER BY admitted_at DESC LIMIT 1")
                .param("person", person.value())
                .query((row, _) -> Member.EndCause.TERMINATED.name().equals(row.getString("end_cause")))
                .optional()
                .orElse(false);
    }

    /** Whether an answer stands that they may still have looked at again: that comes before a new application. */
    private boolean mayAppeal(PersonId person, @Nullable EmailAddress address) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM application
                                WHERE kind = 'PERSON' AND state = 'DECLINED' AND NOT appealed AND settled_at > :since
                                  AND (applicant = :person OR address_folded = :address))""")
                .param("since", Columns.moment(day.now().minus(Admissions.APPEAL)))
                .param("person", person.value())
                .param("address", address == null ? "" : address.folded())
                .query(Boolean.class)
                .single();
    }
}
