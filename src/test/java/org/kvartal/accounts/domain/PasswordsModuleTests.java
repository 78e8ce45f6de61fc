package org.kvartal.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.links.Links;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Whoever has lost the password and has several letters about it opens them at the same moment. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "accounts")
class PasswordsModuleTests {

    private static final int ROUNDS = 5;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Passwords passwords;

    @Autowired
    Links links;

    private PersonId ann;

    @BeforeEach
    void annHasAnAccount() {
        ann = PersonId.next();
        arrivals.bring(
                Asker.house("test"),
                new Arrivals.Newcomer(
                        ann,
                        "Ann Bell",
                        Language.EN,
                        ZoneId.of("Europe/Sofia"),
                        new Arrivals.SignIn("ann-" + Ids.next() + "@example.org", "three blue doors")));
    }

    @Test
    void ofTwoLettersOpenedAtOnceOneSetsThePasswordAndTheOtherIsOld() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String first = token();
            String second = token();

            assertThat(atOnce(
                            () -> passwords.reset(first, "green river stones"),
                            () -> passwords.reset(second, "quiet paper lantern")))
                    .containsExactlyInAnyOrder(Optional.of(ann), Optional.empty());
        }
    }

    private String token() {
        return links.issue(Passwords.RESET, ann.toString(), Passwords.LIFE).value();
    }

    private static List<Optional<PersonId>> atOnce(Callable<Optional<PersonId>> one, Callable<Optional<PersonId>> other)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<PersonId>>> ends = threads.invokeAll(List.of(one, other));
            return List.of(ends.get(0).get(), ends.get(1).get());
        }
    }
}
