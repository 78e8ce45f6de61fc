package org.kvartal.membership.domain;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.links.LinkSubject;
import org.kvartal.live.Live;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.RepresentationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how far the letters of each import are, and writes the next of them. */
@Component
@Transactional
class InvitationRounds implements ImportInvitations {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final InvitationLetters letters;
    private final InvitationJobs.Wake wake;
    private final Acceptance acceptance;
    private final MandateReads mandates;
    private final Permissions permissions;
    private final Live live;
    private final HouseClock day;

    InvitationRounds(
            JdbcClient jdbc,
            InvitationLetters letters,
            InvitationJobs.Wake wake,
            Acceptance acceptance,
            MandateReads mandates,
            Permissions permissions,
            Live live,
            HouseClock day) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.wake = wake;
        this.acceptance = acceptance;
        this.mandates = mandates;
        this.permissions = permissions;
        this.live = live;
        this.day = day;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Round> round(Asker asker, ImportId id) {
        permissions.check(asker, MembershipRights.ADMIT, Scope.PLATFORM);
        return Optional.of(jdbc.sql("""
                SELECT (SELECT count(DISTINCT i.address_folded) FROM invitee i
                         WHERE i.import = :import AND i.invitation IS NULL AND""" + Invitees.WAITS + """
                       ) AS waiting, coalesce(r.letters, 0) AS letters, coalesce(r.accepted, 0) AS accepted,
                       r.import IS NOT NULL AND r.settled_at IS NULL AS at_work, r.settled_at
                  FROM (SELECT 1) one LEFT JOIN invitation_round r ON r.import = :import""")
                        .param("import", id.value())
                        .params(mandates.moment())
                        .query((row, _) -> new Round(
                                row.getInt("waiting"),
                                row.getInt("letters"),
                                row.getInt("accepted"),
                                row.getBoolean("at_work"),
                                Columns.momentOrNull(row, "settled_at")))
                        .single())
                .filter(round -> round.waiting() + round.sent() > 0 || round.atWork());
    }

    @Override
    public void send(Asker by, ImportId id) {
        permissions.check(by, MembershipRights.ADMIT, Scope.PLATFORM);
        PersonId person = by.requirePerson();
        if (round(by, id)
                .filter(round -> round.waiting() > 0 && !round.atWork())
                .isEmpty()) {
            return;
        }
        int begun = jdbc.sql("""
                INSERT INTO invitation_round AS r (import, wished_by, position, letters, accepted, begun_at)
                VALUES (:import, :by, '', 0, 0, :now)
                ON CONFLICT (import) DO UPDATE
                   SET wished_by = excluded.wished_by, position = '', begun_at = excluded.begun_at, settled_at = NULL
                 WHERE r.settled_at IS NOT NULL""")
                .param("import", id.value())
                .param("by", person.value())
                .param("now", Columns.moment(day.now()))
                .update();
        if (begun > 0) {
            letters.record(by, id);
            wake.goOn(id.value());
            live.changed(ImportInvitations.topic(id));
        }
    }

    /** Writes the next letters of an import; tells whether there may be more. */
    boolean goOn(UUID id) {
        record Course(PersonId by, String position) {}
        Optional<Course> course = jdbc.sql(
                        "SELECT wished_by, position FROM invitation_round WHERE import = :import AND settled_at IS NULL FOR UPDATE")
                .param("import", id)
                .query((row, _) -> new Course(Columns.person(row, "wished_by"), row.getString("position")))
                .optional();
        if (course.isEmpty()) {
            return false;
        }
        boolean may = permissions.has(Asker.of(course.get().by()), MembershipRights.ADMIT, Scope.PLATFORM);
        List<String> addresses = may ? addresses(id, course.get().position()) : List.of();
        int written = addresses.isEmpty() ? 0 : write(id, addresses);
        jdbc.sql("""
                UPDATE invitation_round SET position = :position, letters = letters + :written, settled_at = :settled
                 WHERE import = :import""")
                .param("position", addresses.isEmpty() ? course.get().position() : addresses.getLast())
                .param("written", written)
                .param(
                        "settled",
                        Columns.momentOrNull(addresses.isEmpty() ? day.now() : null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("import", id)
                .update();
        live.changed(ImportInvitations.topic(new ImportId(id)));
        return !addresses.isEmpty();
    }

    private List<String> addresses(UUID id, String after) {
        return jdbc.sql("""
                SELECT DISTINCT i.address_folded FROM invitee i
                 WHERE i.import = :import AND i.invitation IS NULL AND i.address_folded > :after
                 ORDER BY i.address_folded LIMIT :limit""")
                .param("import", id)
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, _) -> row.getString("address_folded"))
                .list();
    }

    private int write(UUID id, List<String> addresses) {
        Map<String, List<InvitationLetters.Item>> byAddress = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT i.*, a.name AS association FROM invitee i
                  LEFT JOIN mandate d ON d.id = i.thing LEFT JOIN member a ON a.id = d.association
                 WHERE i.import = :import AND i.invitation IS NULL AND i.address_folded = ANY (:addresses) AND""" + Invitees.WAITS + "ORDER BY i.address_folded, i.thing")
                .param("import", id)
                .param("addresses", addresses.toArray(String[]::new))
                .params(mandates.moment())
                .query(row -> {
                    String association = row.getString("association");
                    byAddress
                            .computeIfAbsent(row.getString("address_folded"), _ -> new ArrayList<>())
                            .add(new InvitationLetters.Item(
                                    Columns.id(row, "thing"),
                                    row.getString("name"),
                                    row.getString("address"),
                                    Columns.language(row, "language"),
                                    association == null ? null : LocalizedText.stored(association)));
                });
        letters.write(byAddress.values());
        return byAddress.size();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Invited> look(String token) {
        return letters.look(token).flatMap(this::invited);
    }

    private Optional<Invited> invited(LinkSubject link) {
        record Line(String name, @Nullable Offer offer) {}
        List<Line> lines = jdbc.sql("""
                SELECT i.name, d.kind, a.name AS association FROM invitee i
                  LEFT JOIN mandate d ON d.id = i.thing LEFT JOIN member a ON a.id = d.association
                 WHERE i.invitation = :invitation AND""" + Invitees.WAITS + "ORDER BY a.number NULLS FIRST, i.thing")
                .param("invitation", UUID.fromString(link.subject()))
                .params(mandates.moment())
                .query((row, _) -> {
                    String association = row.getString("association");
                    return new Line(
                            row.getString("name"),
                            association == null
                                    ? null
                                    : new Offer(
                                            LocalizedText.stored(association),
                                            RepresentationKind.valueOf(row.getString("kind"))));
                })
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Invited(
                lines.getFirst().name(),
                lines.stream().anyMatch(line -> line.offer() == null),
                lines.stream().map(Line::offer).filter(Objects::nonNull).toList(),
                link.validUntil()));
    }

    @Override
    public Optional<PersonId> accept(String token) {
        return letters.redeem(token).flatMap(acceptance::of);
    }

    /** Forgets the addresses of those who came another way, or are no longer awaited. */
    void forget() {
        jdbc.sql("DELETE FROM invitee i WHERE NOT" + Invitees.WAITS)
                .params(mandates.moment())
                .update();
    }

    /** Rounds that a killed program has left. */
    List<UUID> left() {
        return jdbc.sql("SELECT import FROM invitation_round WHERE settled_at IS NULL ORDER BY begun_at LIMIT 20")
                .query((row, _) -> Columns.id(row, "import"))
                .list();
    }
}
