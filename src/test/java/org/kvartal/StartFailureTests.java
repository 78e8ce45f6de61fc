package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTests {

    @Test
    void aTakenPortIsOneSentenceThatNamesTheWayOut() {
        var failure = new IllegalStateException("could not start", new PortInUseException(8080));

        assertThat(StartFailure.sentence(failure))
                .isEqualTo("port 8080 is taken by another program; choose another one: ./kvartal run --port 8081");
    }

    @Test
    void whatAModuleKnowsIsSaidHoweverDeepItLies() {
        var failure = new IllegalStateException(
                "no bean", new PSQLException("connection refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT));

        assertThat(StartFailure.sentence(failure)).isEqualTo("the database does not answer: connection refused");
    }

    @Test
    void aFaultOfTheProgramIsLeftToTheLog() {
        assertThat(StartFailure.sentence(new IllegalStateException("no bean"))).isNull();
    }
}
