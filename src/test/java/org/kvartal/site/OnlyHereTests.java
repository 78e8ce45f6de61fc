package org.kvartal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.House;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is open to anybody at the computer itself is closed to the network. */
class OnlyHereTests {

    @Test
    void somebodyAtThisComputerIsHere() {
        assertThat(onlyHere("127.0.0.1", "http://localhost:8080").sent(request()))
                .isTrue();
        assertThat(onlyHere("::1", "http://[::1]:8080").sent(request())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://localhost:8080",
        "192.0.2.7, http://localhost:8080",
        "127.0.0.1, https://house.example.org",
        "127.0.0.1, http://192.0.2.7:8080"
    })
    void aHouseThatOthersReachIsForNobodyHere(String listens, String address) {
        OnlyHere onlyHere = onlyHere(listens, address);

        assertThat(onlyHere.house()).isFalse();
        assertThat(onlyHere.sent(request())).isFalse();
    }

    @Test
    void aHouseThatIsToldNoAddressListensOnAll() {
        assertThat(new OnlyHere(house("http://localhost:8080"), new MockEnvironment()).house())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    void whoeverComesThroughAProxyIsNot(String header) {
        MockHttpServletRequest request = request();
        request.addHeader(header, "127.0.0.1");

        assertThat(onlyHere("127.0.0.1", "http://localhost:8080").sent(request)).isFalse();
    }

    @Test
    void norIsWhoeverComesFromElsewhereOrByAnotherName() {
        MockHttpServletRequest far = request();
        far.setRemoteAddr("192.0.2.9");
        MockHttpServletRequest named = request();
        named.setServerName("evil.example");

        assertThat(onlyHere("127.0.0.1", "http://localhost:8080").sent(far)).isFalse();
        assertThat(onlyHere("127.0.0.1", "http://localhost:8080").sent(named)).isFalse();
    }

    private static OnlyHere onlyHere(String listens, String address) {
        return new OnlyHere(house(address), new MockEnvironment().withProperty("server.address", listens));
    }

    private static House house(String address) {
        return new House("Kvartal", address, Path.of("data"), true, true, ZoneOffset.UTC);
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName("localhost");
        request.setRemoteAddr("127.0.0.1");
        return request;
    }
}
