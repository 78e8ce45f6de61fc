package org.kvartal.alliance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Refused;

class ProfileReaderTests {

    private final ProfileReader reader = new ProfileReader(LocalDate.of(2026, 12, 1));

    @ParameterizedTest
    @ValueSource(ints = {500, 1901, 2026})
    void aYearThatMembershipTellsIsOneThatAFormTakes(int year) {
        EntryProfile profile = new EntryProfile.Office(year);

        assertThat(reader.isYear(year)).isTrue();
        assertThat(reader.read(profile)).isEqualTo(profile);
    }

    @Test
    void whatIsNoYearIsNoneForBoth() {
        assertThat(reader.isYear(499)).isFalse();
        assertThat(reader.isYear(2027)).isFalse();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reader.read(new EntryProfile.Office(499)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> reader.read(new EntryProfile.Office(2027)));
    }
}
