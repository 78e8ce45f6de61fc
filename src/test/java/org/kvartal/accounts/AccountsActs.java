package org.kvartal.accounts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.domain.Network;
import org.kvartal.accounts.domain.Profiles;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.rights.RightsActs;
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

    AccountsActs(
            Arrivals arrivals, Grants grants, People people, Profiles profiles, SignIns signIns, SignOuts signOuts) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.people = people;
        this.profiles = profiles;
        this.signIns = signIns;
        this.signOuts = signOuts;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "change one's own profile",
                by -> profiles.change(by, "Another name", Language.RU, ZoneId.of("Asia/Almaty")),
                "see where one is signed in",
                signIns::places,
                "end a sign-in of somebody else",
                by -> signOuts.end(by, somebodysSignIn()),
                "see a face and a name",
                _ -> {
                    var _ = people.card(somebody()).orElseThrow(NotFound::new);
                },
                "bring people in",
                by -> arrivals.bring(by, newcomer(PersonId.next())),
                "give a role",
                by -> grants.give(by, grant(somebody())),
                "end a role",
                by -> {
                    PersonId person = somebody();
                    grants.give(HOUSE, grant(person));
                    grants.end(by, person, Role.MEMBER, Scope.PLATFORM);
                });
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

    private static Grant grant(PersonId person) {
        return new Grant(person, Role.MEMBER, Scope.PLATFORM, Instant.now().minusSeconds(1), null);
    }
}
