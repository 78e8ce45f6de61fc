package org.kvartal.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.accounts.domain.OwnData;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.accounts.domain.Residents;
import org.kvartal.accounts.domain.Residents.Among;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.audit.AuditFilter;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.rights.RightsActs;
import org.kvartal.site.Network;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done with accounts, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
public class AccountsActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final Arrivals arrivals;
    private final Grants grants;
    private final People people;
    private final Profiles profiles;
    private final SignIns signIns;
    private final SignOuts signOuts;
    private final Residents residents;
    private final Suspensions suspensions;
    private final OpenTrail trail;
    private final OwnCopies copies;
    private final Erasures erasures;
    private final OwnData data;

    AccountsActs(
            Arrivals arrivals,
            Grants grants,
            People people,
            Profiles profiles,
            SignIns signIns,
            SignOuts signOuts,
            Residents residents,
            Suspensions suspensions,
            OpenTrail trail,
            OwnCopies copies,
            Erasures erasures,
            OwnData data) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.people = people;
        this.profiles = profiles;
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.residents = residents;
        this.suspensions = suspensions;
        this.trail = trail;
        this.copies = copies;
        this.erasures = erasures;
        this.data = data;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.ofEntries(
                entry(
                        "change one's own profile",
                        by -> profiles.change(by, "Another name", Language.RU, ZoneId.of("Asia/Almaty"))),
                entry("see where one is signed in", signIns::places),
                entry("end a sign-in of somebody else", by -> signOuts.end(by, somebodysSignIn())),
                entry("see a face and a name", _ -> {
                    var _ = people.card(somebody()).orElseThrow(NotFound::new);
                }),
                entry("bring people in", by -> arrivals.bring(by, newcomer(PersonId.next()))),
                entry("give a role", by -> grants.give(by, grant(somebody(), Role.MEMBER))),
                entry("end a role", by -> {
                    PersonId person = somebody();
                    grants.give(HOUSE, grant(person, Role.MEMBER));
                    grants.end(by, person, Role.MEMBER, Scope.PLATFORM);
                }),
                entry("see the roles of somebody else", by -> grants.of(by, somebody())),
                entry("find a person by name", by -> people.named(by, "Some", Language.EN, 0, 10)),
                entry("list people with their roles", by -> residents.find(by, Among.ALL, "", null, Language.EN, 10)),
                entry("see why somebody may not come in", by -> residents.one(by, suspended())),
                entry("suspend somebody", by -> suspensions.suspend(by, somebody(), "insulted others")),
                entry("suspend an administrator", by -> suspensions.suspend(by, administrator(), "insulted others")),
                entry("learn that somebody is suspended", by -> {
                    if (!suspensions.suspended(by, suspended())) {
                        throw new NotFound();
                    }
                }),
                entry("let somebody in again", by -> suspensions.lift(by, suspended())),
                entry("see who can see one's data", data::sights),
                entry("have a copy of one's data made", copies::want),
                entry("see what others expect of somebody", by -> data.burdens(by, somebody())),
                entry(
                        "erase somebody",
                        by -> erasures.order(by, somebody(), new Erasures.Wish(null, true), "A letter.")),
                entry("keep somebody who was to be erased", by -> erasures.keep(by, somebody())),
                entry(
                        "read the audit trail",
                        by -> trail.newest(new Reader(by, Language.EN, ZoneOffset.UTC), AuditFilter.NONE, null, 10)));
    }

    private static Map.Entry<String, Act> entry(String row, Act act) {
        return Map.entry(row, act);
    }

    private PersonId administrator() {
        PersonId person = somebody();
        grants.give(HOUSE, grant(person, Role.ADMINISTRATOR));
        // Another one keeps the house meanwhile.
        grants.give(HOUSE, grant(somebody(), Role.ADMINISTRATOR));
        return person;
    }

    private PersonId suspended() {
        PersonId person = somebody();
        suspensions.suspend(HOUSE, person, "insulted others");
        return person;
    }

    private PersonId somebody() {
        PersonId person = PersonId.next();
        arrivals.bring(HOUSE, newcomer(person));
        return person;
    }

    private UUID somebodysSignIn() {
        PersonId person = somebody();
        signIns.start(person, false, new Visitor(Network.of("192.0.2.1"), "", "", Optional.empty()));
        return signIns.places(Asker.of(person)).getFirst().id();
    }

    private static Arrivals.Newcomer newcomer(PersonId person) {
        return new Arrivals.Newcomer(person, "Somebody", Language.EN, ZoneOffset.UTC, null);
    }

    private static Grant grant(PersonId person, Role role) {
        return new Grant(person, role, Scope.PLATFORM, Instant.now().minusSeconds(1), null);
    }
}
