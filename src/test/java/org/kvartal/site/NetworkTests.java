package org.kvartal.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.*",
        "192.0.2.255, 192.0.2.*",
        "2001:db8:0:1:aaaa:bbbb:cccc:dddd, 2001:db8:0:1::",
        "2001:db8::7, 2001:db8:0:0::",
        "::1, 0:0:0:0::",
        "::ffff:192.0.2.7, 192.0.2.*",
        "evil.example, ''",
        "'', ''"
    })
    void anAddressIsShortenedToItsNetworkAndNeverLookedUp(String address, String network) {
        assertThat(Network.of(address).value()).isEqualTo(network);
    }
}
