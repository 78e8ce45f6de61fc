package org.kvartal.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever asks for far more than a room full of browsers is turned away; others are not. */
class FloodGateTests {

    private final FloodGate gate = new FloodGate(new FloodSettings(20, 1));

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.66", "2001:db8:1:2:3:4:5:6"})
    void aFloodFromOneAddressIsTurnedAway(String address) throws Exception {
        for (int request = 0; request < 20; request++) {
            assertThat(ask(address).getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = ask(address);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(ask("203.0.113.67").getStatus()).isEqualTo(200);
    }

    @Test
    void theHostsOfAnIpv6NetworkCountTogether() throws Exception {
        for (int host = 1; host <= 20; host++) {
            ask("2001:db8:9:9::" + host);
        }

        assertThat(ask("2001:db8:9:9::ffff").getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:9:a::1").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1"})
    void whatComesFromThisComputerIsNotCounted(String address) throws Exception {
        for (int request = 0; request < 50; request++) {
            assertThat(ask(address).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void aHouseMaySetNoLimit() throws Exception {
        FloodGate open = new FloodGate(new FloodSettings(20, 0));
        for (int request = 0; request < 50; request++) {
            assertThat(ask(open, "203.0.113.66").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void aLimitThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FloodSettings(10, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new FloodSettings(10, -1));
    }

    private MockHttpServletResponse ask(String address) throws ServletException, IOException {
        return ask(gate, address);
    }

    private static MockHttpServletResponse ask(FloodGate gate, String address) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/en");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        gate.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
