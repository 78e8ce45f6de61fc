package org.kvartal.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.DatabasePresence;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody waits for a database that is known to be away, and what does not need it is there. */
class PatientGuestsTests {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger let = new AtomicInteger();
    private final PatientGuests filter = guests();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en/threads/17", "/app/threads", "/sign-in"})
    void aPageIsRefusedBeforeAnythingIsDoneForIt(String path) throws Exception {
        assertThat(ask(path, null, (_, _) -> let.incrementAndGet()).getStatus()).isEqualTo(200);
        away.set(true);

        MockHttpServletResponse refused = ask(path, null, (_, _) -> let.incrementAndGet());

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
        assertThat(let).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/look/base.css", "/VAADIN/build/indexhtml", "/actuator/health/liveness", "/robots.txt"})
    void whatIsThereWithoutTheDatabaseIsGiven(String path) throws Exception {
        away.set(true);

        assertThat(ask(path, null, (_, _) -> let.incrementAndGet()).getStatus()).isEqualTo(200);
        assertThat(let).hasValue(1);
    }

    @Test
    void anOpenPageOfTheWorkspaceIsToldByWhatItMisses() throws Exception {
        away.set(true);

        assertThat(ask("/app", "v-r=heartbeat", (_, _) -> {}).getStatus()).isEqualTo(200);
        assertThat(ask("/app", "v-r=uidl", (_, _) -> {
                            throw new IllegalStateException(new SQLException("no connection", "08001"));
                        })
                        .getStatus())
                .isEqualTo(503);
    }

    @Test
    void whatWentWrongOtherwiseIsNoOutage() {
        assertThatThrownBy(() -> ask("/", null, (_, _) -> {
                    throw new IllegalStateException("a mistake of ours");
                }))
                .hasMessage("a mistake of ours");
    }

    private MockHttpServletResponse ask(String path, @Nullable String query, FilterChain behind) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, behind);
        return response;
    }

    private PatientGuests guests() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        DatabasePresence presence = away::get;
        beans.addBean("presence", presence);
        return new PatientGuests(beans.getBeanProvider(DatabasePresence.class));
    }
}
