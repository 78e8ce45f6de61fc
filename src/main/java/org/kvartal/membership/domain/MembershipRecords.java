package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.PersonalRecords;
import org.kvartal.membership.MembershipPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Membership and mandates end; what was kept of the member, of their applications and invitations goes. Terms in bodies are records of the house. */
@Component
class MembershipRecords extends PersonalRecords {

    private final Departures departures;

    MembershipRecords(JdbcClient jdbc, Departures departures) {
        super("membership", jdbc);
        this.departures = departures;
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry("member", """
                        SELECT admitted_at AS "when", number, name, city AS place, sectors AS kind, website AS link, about AS text, contact, ends_at AS until,
                               name_shown, city_shown, sectors_shown, about_shown, contact_shown FROM member WHERE person = :person ORDER BY number
                        """),
                Map.entry("mandates", """
                        SELECT d.from_day AS since, d.to_day AS until, m.own_name AS "for", d.kind AS role, d.name, d.address, d.ended_at AS ended FROM mandate d
                          JOIN member m ON m.id = d.association WHERE d.person = :person OR d.address_folded = :address ORDER BY d.from_day
                        """),
                Map.entry("applications", """
                        SELECT begun_at AS "when", number, kind, state, name, address, form AS text, question AS comment, reason FROM application
                         WHERE applicant = :person OR address_folded = :address ORDER BY number
                        """),
                Map.entry("submissions", """
                        SELECT s.submitted_at AS "when", a.number, s.form AS text FROM application_submission s JOIN application a ON a.id = s.application
                         WHERE a.applicant = :person OR a.address_folded = :address ORDER BY s.submitted_at
                        """),
                Map.entry("application-steps", """
                        SELECT s.at AS "when", a.number, s.what, s.text FROM application_step s JOIN application a ON a.id = s.application
                         WHERE a.applicant = :person OR a.address_folded = :address ORDER BY s.number
                        """),
                Map.entry("terms", """
                        SELECT t.from_day AS since, t.to_day AS until, b.name AS "for", t.role, t.mode AS kind, t.decision AS text FROM body_term t
                          JOIN body b ON b.id = t.body WHERE t.person = :person ORDER BY t.from_day
                        """),
                Map.entry("consents", """
                        SELECT c.at AS "when", b.name AS "for" FROM body_consent c JOIN body b ON b.id = c.body WHERE c.person = :person ORDER BY c.at
                        """),
                Map.entry("office-letters", """
                        SELECT c.sent_at AS "when", c.subject, c.text FROM circular c JOIN circular_reader r ON r.circular = c.id
                         WHERE r.person = :person ORDER BY c.sent_at
                        """),
                Map.entry("invitations", """
                        SELECT name, address, language FROM invitee WHERE address_folded = :address
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM invitee WHERE address_folded = :address OR thing IN (SELECT id FROM member WHERE person = :person)
                """, """
                DELETE FROM body_consent WHERE person = :person
                """, """
                UPDATE body_term SET to_day = current_date, version = version + 1 WHERE person = :person AND (to_day IS NULL OR to_day > current_date) AND from_day <= current_date
                """, """
                UPDATE mandate SET name = :plain WHERE person = :person AND name <> :plain
                """, """
                UPDATE mandate SET name = :plain, address = NULL, address_folded = NULL, ended_at = coalesce(ended_at, now()), version = version + 1
                 WHERE address_folded = :address
                """, """
                DELETE FROM application_step s USING application a WHERE a.id = s.application AND (a.applicant = :person OR a.address_folded = :address)
                """, """
                DELETE FROM application_submission s USING application a WHERE a.id = s.application AND (a.applicant = :person OR a.address_folded = :address)
                """, """
                DELETE FROM application_key k USING application a WHERE a.id = k.application AND (a.applicant = :person OR a.address_folded = :address)
                """, """
                UPDATE application SET name = :plain, address = '', address_folded = 'nobody:' || id, form = '{}', search_names = '{}', city = '', place = NULL,
                       registration_scheme = NULL, registration_number = NULL, question = NULL, reason = NULL, version = version + 1
                 WHERE (applicant = :person OR address_folded = :address) AND address_folded NOT LIKE 'nobody:%'
                """, """
                UPDATE member SET name = :official::jsonb, own_name = :plain, registration_scheme = NULL, registration_number = NULL, place = NULL, city = '',
                       sectors = '{}', website = '', about = NULL, contact = '', founded = NULL, size = NULL, search_text = '', names = '{}',
                       sort_en = :plain, sort_ru = :plain, sort_bg = :plain, version = version + 1
                 WHERE person = :person AND (own_name <> :plain OR contact <> '' OR about IS NOT NULL OR city <> '')
                """);
    }

    /** They leave as others do, so that everybody hears of it who would. */
    @Override
    public boolean erase(Erased erased) {
        departures.erased(erased.person());
        return super.erase(erased);
    }

    @Override
    public List<Sight> sights(Subject subject) {
        List<Sight> sights = new ArrayList<>();
        jdbc().sql("SELECT number FROM member WHERE person = :person AND (ends_at IS NULL OR ends_at > now())")
                .param("person", subject.person().value())
                .query(Long.class)
                .optional()
                .ifPresent(
                        number -> sights.add(Sight.of("membership.own.member-sight", MembershipPages.member(number))));
        if (has(subject, "SELECT FROM application WHERE applicant = :person OR address_folded = :address")) {
            sights.add(Sight.of("membership.own.application-sight", null));
        }
        if (has(subject, "SELECT FROM mandate WHERE person = :person")) {
            sights.add(Sight.of("membership.own.mandate-sight", null));
        }
        if (has(subject, "SELECT FROM body_term WHERE person = :person")) {
            sights.add(Sight.of("membership.own.body-sight", "/app/" + MembershipPages.BODIES));
        }
        return sights;
    }

    /** Who is the only one to speak for an organisation leaves it silent: the office gets a task, and they hear so before. */
    @Override
    public List<Burden> burdens(Subject subject) {
        return jdbc().sql("""
                SELECT DISTINCT m.own_name, m.number FROM mandate d JOIN member m ON m.id = d.association
                 WHERE d.person = :person AND d.kind = 'PRIMARY' AND d.ended_at IS NULL
                   AND (d.to_day IS NULL OR d.to_day >= current_date)
                   AND NOT EXISTS (SELECT FROM mandate o WHERE o.association = d.association AND o.kind = 'PRIMARY'
                                      AND o.person <> d.person AND o.ended_at IS NULL
                                      AND (o.to_day IS NULL OR o.to_day >= current_date))
                """)
                .param("person", subject.person().value())
                .query((row, _) -> Burden.of(
                        "membership.own.only-primary-burden",
                        MembershipPages.member(row.getLong("number")),
                        row.getString("own_name")))
                .list();
    }
}
