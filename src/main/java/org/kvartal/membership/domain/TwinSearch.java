package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Correspondence;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.Likeness;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Twin;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds whom an application may be a second time. Surely: the same mail address or the same number in the same register. Perhaps: a name that is
 * alike in some script, in the same city or where a city is not known.
 */
@Component
class TwinSearch {

    private static final int MOST = 10;

    private static final String TOLD_APART = " EXISTS (SELECT FROM told_apart p"
            + " WHERE (p.one = :id AND p.other = twin.id) OR (p.one = twin.id AND p.other = :id)) ";

    private final JdbcClient jdbc;
    private final MemberReads members;
    private final OfficeQueue queue;
    private final Correspondence correspondence;

    TwinSearch(JdbcClient jdbc, MemberReads members, OfficeQueue queue, Correspondence correspondence) {
        this.jdbc = jdbc;
        this.members = members;
        this.queue = queue;
        this.correspondence = correspondence;
    }

    /** The names of a form as they are compared: each in every form in which it may be found. */
    static String[] names(FilledForm form) {
        Set<String> names = new LinkedHashSet<>();
        form.name().texts().values().forEach(name -> names.addAll(Folding.forms(name)));
        names.addAll(Folding.forms(form.ownName()));
        return names.toArray(String[]::new);
    }

    List<Twin> of(Application application) {
        Map<UUID, Found> found = new HashMap<>();
        surely(application).forEach(one -> found.putIfAbsent(one.id(), one));
        perhaps(application).forEach(one -> found.putIfAbsent(one.id(), one));
        Map<MemberId, MemberCard> cards = members.cards(found.values().stream()
                .filter(Found::member)
                .map(one -> new MemberId(one.id()))
                .toList());
        Map<UUID, QueueRow> rows = queue.rows(found.values().stream()
                .filter(one -> !one.member())
                .map(Found::id)
                .toList());
        List<Twin> twins = new ArrayList<>();
        found.values().stream()
                .sorted(Comparator.comparing(Found::because)
                        .thenComparing(
                                Comparator.comparingDouble(Found::likeness).reversed())
                        .thenComparing(Found::id))
                .limit(MOST)
                .forEach(one -> twins.add(new Twin(
                        one.id(),
                        one.because(),
                        one.likeness(),
                        cards.get(new MemberId(one.id())),
                        rows.get(one.id()))));
        return twins;
    }

    private record Found(UUID id, boolean member, Likeness because, double likeness) {}

    /** Members by person, mandate or registration, also those who left; applications by address or registration. */
    private List<Found> surely(Application application) {
        UUID person = correspondence
                .personAt(application.applicant().address())
                .map(PersonId::value)
                .orElse(application.applicant().person().value());
        Optional<Registration> registration = application.said().registration();
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT m.id, true AS member, m.person IS NOT DISTINCT FROM :person
                            OR EXISTS (SELECT FROM mandate d WHERE d.association = m.id AND d.person = :person) AS address
                      FROM member m
                     WHERE (m.person = :person AND :kind = 'PERSON')
                        OR (m.registration_number = :number AND m.registration_scheme = :scheme)
                        OR (:kind IN ('ASSOCIATION', 'AUTHORITY', 'AGENCY')
                            AND m.id IN (SELECT d.association FROM mandate d WHERE d.person = :person AND d.ended_at IS NULL))
                    UNION ALL
                    SELECT a.id, false, a.address_folded = o.address_folded AND a.kind = o.kind
                      FROM application o JOIN application a ON a.id <> o.id AND a.submissions > 0 AND a.state <> 'WITHDRAWN'
                       AND ((a.address_folded = o.address_folded AND a.kind = o.kind)
                            OR (a.registration_number = o.registration_number
                                AND a.registration_scheme = o.registration_scheme))
                     WHERE o.id = :id) twin
                 WHERE NOT """ + TOLD_APART + " ORDER BY id LIMIT :most")
                .param("id", application.id().value())
                .param("kind", application.kind().name())
                .param("person", person)
                .param("scheme", registration.map(one -> one.scheme()).orElse(null))
                .param("number", registration.map(one -> one.number()).orElse(null))
                .param("most", MOST)
                .query((row, _) -> new Found(
                        Columns.id(row, "id"),
                        row.getBoolean("member"),
                        row.getBoolean("address") ? Likeness.SAME_ADDRESS : Likeness.SAME_REGISTRATION,
                        1))
                .list();
    }

    private List<Found> perhaps(Application application) {
        return jdbc.sql("""
                SELECT twin.id, max(word_similarity(n.name, twin.search_text)) AS likeness
                  FROM application o CROSS JOIN unnest(o.search_names) AS n (name)
                  JOIN member twin ON twin.search_text %> n.name AND NOT twin.left_told
                   AND (twin.kind = 'PERSON') = (o.kind = 'PERSON')
                   AND (twin.place = o.place OR twin.place IS NULL OR o.place IS NULL)
                 WHERE o.id = :id AND o.kind <> 'REPRESENTATIVE' AND NOT """ + TOLD_APART + " GROUP BY twin.id ORDER BY likeness DESC LIMIT :most")
                .param("id", application.id().value())
                .param("most", MOST)
                .query((row, _) ->
                        new Found(Columns.id(row, "id"), true, Likeness.SIMILAR_NAME, row.getDouble("likeness")))
                .list();
    }

    boolean toldApart(ApplicationId application, UUID other) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM told_apart
                                WHERE (one = :id AND other = :other) OR (one = :other AND other = :id))""")
                .param("id", application.value())
                .param("other", other)
                .query(Boolean.class)
                .single();
    }
}
