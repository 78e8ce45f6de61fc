package org.kvartal.links.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.TurnableClock;
import org.kvartal.kernel.Ids;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.LinkSubject;
import org.kvartal.links.LinkToken;
import org.kvartal.links.Links;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest
@Import(TurnableClock.Hands.class)
class LinksModuleTests {

    static final LinkPurpose CONFIRM = new LinkPurpose("accounts.confirm-address");
    static final LinkPurpose RESET = new LinkPurpose("accounts.reset-password");

    @Autowired
    Links links;

    @Autowired
    LinkRegister register;

    @Autowired
    TurnableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    final String subject = Ids.next().toString();

    @Test
    void aScannerMayLookAtALinkAsOftenAsItLikesAndThePersonStillUsesIt() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));

        for (int i = 0; i < 5; i++) {
            assertThat(links.look(token.value(), CONFIRM))
                    .map(LinkSubject::subject)
                    .contains(subject);
        }
        assertThat(redeem(token, CONFIRM)).map(LinkSubject::subject).contains(subject);
    }

    @Test
    void aLinkWorksOnce() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));

        assertThat(redeem(token, CONFIRM)).isPresent();
        assertThat(redeem(token, CONFIRM)).isEmpty();
        assertThat(links.look(token.value(), CONFIRM)).isEmpty();
    }

    @Test
    void ofManyWhoClickAtOnceOneGetsThrough() throws Exception {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));
        int people = 16;
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<LinkSubject>>> attempts = Stream.generate(
                            () -> (Callable<Optional<LinkSubject>>) () -> {
                                start.await();
                                return redeem(token, CONFIRM);
                            })
                    .limit(people)
                    .map(threads::submit)
                    .toList();
            start.countDown();

            long through = 0;
            for (var attempt : attempts) {
                through += attempt.get().isPresent() ? 1 : 0;
            }
            assertThat(through).isEqualTo(1);
        }
    }

    @Test
    void aLinkWhoseActFailedCanBeUsedAgain() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));
        transaction.executeWithoutResult(status -> {
            assertThat(links.redeem(token.value(), CONFIRM)).isPresent();
            status.setRollbackOnly();
        });

        assertThat(redeem(token, CONFIRM)).isPresent();
    }

    @Test
    void aLinkIsGoodForItsOwnPurposeOnly() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));

        assertThat(links.look(token.value(), RESET)).isEmpty();
        assertThat(redeem(token, RESET)).isEmpty();
        assertThat(redeem(token, CONFIRM)).isPresent();
    }

    @Test
    void aLinkExpires() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));
        clock.turn(Duration.ofDays(2).plusSeconds(1));

        assertThat(links.look(token.value(), CONFIRM)).isEmpty();
        assertThat(redeem(token, CONFIRM)).isEmpty();
    }

    @Test
    void revokingMakesAllEarlierLinksOfTheSubjectWorthless() {
        LinkToken first = links.issue(RESET, subject, Duration.ofHours(1));
        LinkToken second = links.issue(RESET, subject, Duration.ofHours(1));
        LinkToken others = links.issue(RESET, Ids.next().toString(), Duration.ofHours(1));

        links.revoke(RESET, subject);

        assertThat(links.look(first.value(), RESET)).isEmpty();
        assertThat(links.look(second.value(), RESET)).isEmpty();
        assertThat(links.look(others.value(), RESET)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "' OR 1=1 --",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "////////////////////////////////////////////",
                "ааааааааааааааааааааааааааааааааааааааааааа",
                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
            })
    void whatNeverWasATokenOpensNothing(String forged) {
        assertThat(links.look(forged, CONFIRM)).isEmpty();
        assertThat(transaction.<Optional<LinkSubject>>execute(_ -> links.redeem(forged, CONFIRM)))
                .isEmpty();
    }

    @Test
    void aLinkIsRedeemedOnlyInTheTransactionOfWhatItDoes() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));

        assertThatThrownBy(() -> links.redeem(token.value(), CONFIRM))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void neitherTheDatabaseNorALogLineHoldsTheToken() {
        LinkToken token = links.issue(CONFIRM, subject, Duration.ofDays(2));

        assertThat(token.value()).hasSize(43);
        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(jdbc.sql("SELECT link_token::text FROM link_token WHERE subject = :subject")
                        .param("subject", subject)
                        .query(String.class)
                        .single())
                .doesNotContain(token.value());
    }

    @Test
    void whatExpiredIsForgottenAndWhatWorksIsKept() {
        links.issue(RESET, subject, Duration.ofHours(1));
        clock.turn(Duration.ofDays(8));
        LinkToken fresh = links.issue(CONFIRM, subject, Duration.ofDays(2));

        // The job may have been quicker: its time has come as well.
        register.forgetExpired();

        assertThat(links.look(fresh.value(), CONFIRM)).isPresent();
        assertThat(jdbc.sql("SELECT count(*) FROM link_token WHERE subject = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Optional<LinkSubject> redeem(LinkToken token, LinkPurpose purpose) {
        Optional<LinkSubject> subject = transaction.execute(_ -> links.redeem(token.value(), purpose));
        return subject == null ? Optional.empty() : subject;
    }
}
