package org.kvartal.alliance;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.springframework.boot.test.context.TestConfiguration;

/** People and associations that come into a test's house. */
@TestConfiguration(proxyBeanMethods = false)
public class Residents {

    private static final Asker HOUSE = Asker.house("test");

    private final Arrivals arrivals;
    private final Grants grants;
    private final Admissions admissions;
    private final Mandates mandates;
    private final Imports imports;
    private @Nullable Asker officer;

    Residents(Arrivals arrivals, Grants grants, Admissions admissions, Mandates mandates, Imports imports) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.admissions = admissions;
        this.mandates = mandates;
        this.imports = imports;
    }

    /** A new person who holds these roles in the whole house. */
    public Asker person(Role... roles) {
        PersonId id = PersonId.next();
        arrivals.bring(HOUSE, new Newcomer(id, "Person " + id, Language.EN, ZoneOffset.UTC, null));
        for (Role role : roles) {
            grants.give(HOUSE, new Grant(id, role, Scope.PLATFORM, Instant.now().minusSeconds(60), null));
        }
        return Asker.of(id);
    }

    /** A new association that belongs to the house. */
    public MemberId association(String name) {
        return admitted(
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null));
    }

    public MemberId admitted(NewMember member) {
        return admissions.admit(HOUSE, member);
    }

    /** Lets somebody speak for an association. */
    public MandateId mandate(Asker person, MemberId association, RepresentationKind kind) {
        MandateId mandate = MandateId.next();
        mandates.give(HOUSE, new GivenMandate(mandate, association, person.requirePerson(), kind, null, null));
        return mandate;
    }

    public void end(MandateId mandate) {
        mandates.end(HOUSE, mandate, "Somebody else takes over");
    }

    /** An association leaves the house. */
    public void leave(MemberId association) {
        admissions.terminate(HOUSE, association, "It has dissolved");
    }

    /** A table of members that was handed over and checked. */
    public ImportId table(String kind, String rows) {
        ImportId id = ImportId.next();
        imports.take(
                officer(),
                new NewImport(
                        id,
                        kind,
                        "table.csv",
                        Language.EN,
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
        rests(id, ImportState.CHECKED);
        return id;
    }

    public void bringIn(ImportId table) {
        imports.bringIn(officer(), table);
        rests(table, ImportState.DONE);
    }

    /** It was brought in by mistake. */
    public void takeBack(ImportId table) {
        imports.takeBack(officer(), table);
        rests(table, ImportState.TAKEN_BACK);
    }

    private void rests(ImportId table, ImportState state) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> imports.find(officer(), table).orElseThrow().state() == state);
    }

    private Asker officer() {
        if (officer == null) {
            officer = person(Role.OFFICER);
        }
        return officer;
    }
}
