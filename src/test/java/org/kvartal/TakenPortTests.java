package org.kvartal;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class TakenPortTests {

    @Test
    void aTakenPortIsNoticedBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortInUseException.class).isThrownBy(() -> look(other.getLocalPort()));
        }
    }

    @Test
    void aFreePortAndOneThatTheSystemChoosesAreFine() throws Exception {
        int free;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = other.getLocalPort();
        }

        assertThatNoException().isThrownBy(() -> look(free));
        assertThatNoException().isThrownBy(() -> look(0));
    }

    private static void look(int port) {
        var settings = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("server.port", Integer.toString(port));
        new TakenPort()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], settings));
    }
}
