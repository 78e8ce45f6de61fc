package org.kvartal.membership.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MembershipTopics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what happens to applications: for both sides, for the audit trail, for open pages. */
@Component
class ApplicationLog {

    static final String APPLICATION = "membership.application";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final People people;
    private final AuditTrail audit;
    private final Live live;
    private final HouseClock day;

    ApplicationLog(JdbcClient jdbc, JsonMapper json, People people, AuditTrail audit, Live live, HouseClock day) {
        this.jdbc = jdbc;
        this.json = json;
        this.people = people;
        this.audit = audit;
        this.live = live;
        this.day = day;
    }

    /** The applicant has done something, known by a key. */
    void applicantHas(What what, Application application, @Nullable String text) {
        PersonId person = application.applicant().person();
        write(people.card(person).isPresent() ? Asker.of(person) : Asker.guest(), what, application, text, null);
    }

    /** The house has done something. */
    void houseHas(Asker by, What what, Application application, @Nullable String text) {
        write(by, what, application, text, by.person().orElse(null));
    }

    private void write(Asker by, What what, Application application, @Nullable String text, @Nullable PersonId person) {
        String act = switch (what) {
            case BEGUN -> "membership.application-begun";
            case CONFIRMED -> "membership.application-confirmed";
            case SUBMITTED -> "membership.application-submitted";
            case TAKEN -> "membership.application-taken";
            case ASKED -> "membership.application-asked";
            case ANSWERED -> "membership.application-answered";
            case APPROVED -> "membership.application-approved";
            case DECLINED -> "membership.application-declined";
            case APPEALED -> "membership.application-appealed";
            case WITHDRAWN -> "membership.application-withdrawn";
            case LAPSED -> "membership.application-lapsed";
            case TOLD_APART -> "membership.application-told-apart";
        };
        step(what, application, text, person);
        audit.record(entry(by, act, application).because(text));
        live.changed(MembershipTopics.of(application.id()));
        if (what != What.BEGUN && what != What.CONFIRMED) {
            live.changed(MembershipTopics.QUEUE);
        }
    }

    /**
     * The house has found that it is not the same as another application or a member.
     *
     * @param called the other's name: goes with the application, while the trail keeps only which one it was
     */
    void toldApart(Asker by, Application application, UUID other, String called) {
        step(What.TOLD_APART, application, called, by.person().orElse(null));
        audit.record(entry(by, "membership.application-told-apart", application).with("other", other));
        live.changed(MembershipTopics.of(application.id()));
    }

    private void step(What what, Application application, @Nullable String text, @Nullable PersonId person) {
        jdbc.sql("""
                INSERT INTO application_step (application, what, at, text, person)
                VALUES (:application, :what, :now, :text, :person)""")
                .param("application", application.id().value())
                .param("what", what.name())
                .param("now", Columns.moment(day.now()))
                .param("text", text)
                .param("person", person == null ? null : person.value())
                .update();
    }

    private static AuditEntry entry(Asker by, String act, Application application) {
        return AuditEntry.of(
                        by, act, new AuditSubject(APPLICATION, application.id().value()))
                .with("kind", application.kind());
    }

    /** Keeps what was sent, as it was sent. */
    void keepSubmission(Application application) {
        jdbc.sql("""
                INSERT INTO application_submission (application, number, form, statute, submitted_at)
                VALUES (:application, :number, :form::jsonb, :statute, :now)""")
                .param("application", application.id().value())
                .param("number", application.said().submissions())
                .param("form", json.writeValueAsString(application.form()))
                .param(
                        "statute",
                        application.statute().map(file -> file.value()).orElse(null))
                .param("now", Columns.moment(day.now()))
                .update();
    }

    /** What has happened, oldest first. */
    List<Entry> of(ApplicationId application) {
        return jdbc.sql("SELECT what, at, text, person FROM application_step WHERE application = :id ORDER BY number")
                .param("id", application.value())
                .query((row, _) -> new Entry(
                        What.valueOf(row.getString("what")),
                        Columns.moment(row, "at"),
                        row.getString("text"),
                        Columns.personOrNull(row, "person")))
                .list();
    }

    /** @param by who of the house, null for the applicant and for jobs */
    record Entry(
            What what,
            Instant at,
            @Nullable String text,
            @Nullable PersonId by) {}
}
