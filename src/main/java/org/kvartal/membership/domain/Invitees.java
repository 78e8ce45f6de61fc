package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind.NextStep;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom imports have brought in and who may be invited; many in one statement, in the caller's transaction. */
@Component
class Invitees {

    /**
     * Still waits for whoever it is for: of an invitee {@code i}; takes {@code now}. What was taken up, ended or taken back in another way no
     * longer does.
     */
    static final String WAITS = """
             (EXISTS (SELECT FROM mandate d JOIN member m ON m.id = d.association
                       WHERE d.id = i.thing AND d.person IS NULL AND d.ended_at IS NULL
                         AND (d.to_day IS NULL OR d.to_day >= :today) AND (m.ends_at IS NULL OR m.ends_at > :now))
              OR EXISTS (SELECT FROM member m WHERE m.id = i.thing AND m.confirmed_at IS NULL
                          AND (m.ends_at IS NULL OR m.ends_at > :now))) """;

    private final JdbcClient jdbc;
    private final Permissions permissions;

    Invitees(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    /** Somebody who is to hear of a thing. */
    record Named(UUID thing, String name, EmailAddress email, Language language) {}

    void add(ImportId id, List<NewMandate> mandates) {
        addMembers(
                id,
                mandates.stream()
                        .map(mandate -> new Named(
                                mandate.id().value(),
                                mandate.name(),
                                new EmailAddress(mandate.email()),
                                mandate.language()))
                        .toList());
    }

    void addMembers(ImportId id, List<Named> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO invitee (thing, import, name, address, address_folded, language)
                SELECT w.thing, :import, w.name, w.address, w.folded, w.language
                  FROM unnest(:things::uuid[], :names::text[], :addresses::text[], :folded::text[], :languages::text[])
                       AS w (thing, name, address, folded, language)""")
                .param("import", id.value())
                .param("things", people.stream().map(Named::thing).toArray(UUID[]::new))
                .param("names", texts(people, Named::name))
                .param("addresses", texts(people, one -> one.email().value()))
                .param("folded", texts(people, one -> one.email().folded()))
                .param("languages", texts(people, one -> one.language().code()))
                .update();
    }

    private static String[] texts(List<Named> people, Function<Named, String> text) {
        return people.stream().map(text).toArray(String[]::new);
    }

    /** Their letters open nothing any more. */
    void forget(Collection<UUID> things) {
        jdbc.sql("DELETE FROM invitee WHERE thing = ANY (:things)")
                .param("things", things.toArray(UUID[]::new))
                .update();
    }

    /** The same for all who were to represent these organisations. */
    void forgetOf(Collection<UUID> associations) {
        jdbc.sql("DELETE FROM invitee WHERE thing IN (SELECT id FROM mandate WHERE association = ANY (:associations))")
                .param("associations", associations.toArray(UUID[]::new))
                .update();
    }

    /** Leads from an import to its invitations, where it has brought in anybody with an address. */
    Optional<NextStep> next(Asker asker, ImportId id) {
        boolean any = permissions.has(asker, MembershipRights.ADMIT, Scope.PLATFORM)
                && jdbc.sql("""
                        SELECT EXISTS (SELECT FROM invitee WHERE import = :import)
                            OR EXISTS (SELECT FROM invitation_round WHERE import = :import)""")
                        .param("import", id.value())
                        .query(Boolean.class)
                        .single();
        return any
                ? Optional.of(new NextStep("membership.invitations.open", MembershipPages.invitations(id)))
                : Optional.empty();
    }
}
