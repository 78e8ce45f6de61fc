package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Role;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipPages;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office, or a primary representative, owes: an answer to an application; a primary representative where there is none. */
@Component
class OfficeTasks {

    private static final String OFFICE = Audience.role(Role.OFFICER.name());

    private final Tasks tasks;
    private final MandateReads mandates;
    private final JdbcClient jdbc;

    OfficeTasks(Tasks tasks, MandateReads mandates, JdbcClient jdbc) {
        this.tasks = tasks;
        this.mandates = mandates;
        this.jdbc = jdbc;
    }

    /** The office owes an answer. */
    void answer(ApplicationId application, long number, String name) {
        tasks.open(new TaskWish(
                key(application),
                OFFICE,
                "membership.task.application",
                List.of(name),
                MembershipPages.application(number),
                null));
    }

    /** The primary representatives owe an answer to somebody who wants to represent their organisation, whoever they are at the time. */
    void answer(ApplicationId application, String name, MemberId association, long number) {
        tasks.open(new TaskWish(
                key(application),
                PrimaryAudiences.of(association),
                "membership.task.request",
                List.of(name),
                MembershipPages.member(number),
                null));
    }

    /** Nobody owes an answer any more. */
    void answered(ApplicationId application) {
        tasks.done(key(application));
    }

    private static String key(ApplicationId application) {
        return "membership.application:" + application;
    }

    /** The office owes an organisation a primary representative, or no longer does. One that nobody has confirmed yet may wait for its invitation. */
    void watchPrimary(MemberId association) {
        String key = "membership.no-primary:" + association;
        boolean missing = mandates.primaries(Set.of(association)).isEmpty();
        record Orphan(long number, String name) {}
        var orphan = missing
                ? jdbc.sql("SELECT m.number, m.sort_en FROM member m WHERE m.id = :id AND m.kind <> 'PERSON'"
                                + " AND m.confirmed_at IS NOT NULL AND" + MemberReads.CURRENT)
                        .param("id", association.value())
                        .params(mandates.moment())
                        .query((row, _) -> new Orphan(row.getLong("number"), row.getString("sort_en")))
                        .optional()
                : Optional.<Orphan>empty();
        orphan.ifPresentOrElse(
                found -> tasks.open(new TaskWish(
                        key,
                        OFFICE,
                        "membership.task.no-primary",
                        List.of(found.name()),
                        MembershipPages.member(found.number()),
                        null)),
                () -> tasks.done(key));
    }
}
