package org.kvartal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTests {

    @Test
    void a_taken_port_is_one_sentence_that_names_the_way_out() {
        var taken = new FailureAnalysis("Web server failed to start.", "Stop it.", new PortInUseException(8080));

        assertThat(StartFailure.sentence(taken))
                .isEqualTo("port 8080 is taken by another program; choose another one: ./kvartal run --port 8081");
    }

    @Test
    void any_other_reason_is_followed_by_what_to_do() {
        var full = new FailureAnalysis("the disk is full.", "Free some space.", new IllegalStateException());

        assertThat(StartFailure.sentence(full)).isEqualTo("the disk is full.\nFree some space.");
    }

    @Test
    void a_reason_that_says_all_stands_alone() {
        var known = new FailureAnalysis("the data folder is in use.", null, new IllegalStateException());

        assertThat(StartFailure.sentence(known)).isEqualTo("the data folder is in use.");
    }
}
