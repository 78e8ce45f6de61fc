package org.kvartal.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.House;
import org.kvartal.mail.LetterServers;
import org.kvartal.site.OnlyHere;

/** Kept letters open accounts: a house that others reach shows them to nobody, whatever its proxy passes on. */
class LettersNoteTests {

    /** No server is set. */
    private static final LetterServers KEEPING = (LetterServers) Proxy.newProxyInstance(
            LettersNoteTests.class.getClassLoader(),
            new Class<?>[] {LetterServers.class},
            (_, asked, _) -> asked.getName().equals("keepsLetters"));

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:9000", "http://[::1]:8080"})
    void aHouseAtThisComputerAloneShowsItsLetters(String address) {
        assertThat(OnlyHere.isNamedSo(house(address))).isTrue();
        assertThat(new LettersNote(house(address), KEEPING).lines())
                .singleElement()
                .asString()
                .contains(address + "/letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://house.example.org", "http://192.168.1.5:8080", "https://localhost.example.org"})
    void aHouseThatOthersReachShowsThemToNobody(String address) {
        assertThat(OnlyHere.isNamedSo(house(address))).isFalse();
        assertThat(new LettersNote(house(address), KEEPING).lines())
                .singleElement()
                .asString()
                .contains("spring.mail.host");
    }

    private static House house(String address) {
        return new House("Kvartal", address, Path.of("data"), false, false, ZoneOffset.UTC);
    }
}
