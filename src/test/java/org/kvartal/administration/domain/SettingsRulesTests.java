package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.Refused;

class SettingsRulesTests {

    @Test
    void anAddressIsSchemeHostAndPort() {
        assertThat(SettingsRules.address("House.Example.org/")).isEqualTo("https://house.example.org");
        assertThat(SettingsRules.address(" http://localhost:8143 ")).isEqualTo("http://localhost:8143");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "house example",
                "ftp://house.example.org",
                "https://house.example.org/path",
                "https://house.example.org?x",
                "https://me@house.example.org",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertRefused("address", () -> SettingsRules.address(typed));
    }

    @Test
    void aHouseSpeaksAtLeastOneLanguage() {
        assertRefused("languages", () -> SettingsRules.languages(List.of()));
    }

    @Test
    void aModuleIsUsedOnlyWithWhatItLeadsTo() {
        assertThat(SettingsRules.resting(EnumSet.allOf(OptionalModule.class))).isEmpty();
        assertThat(SettingsRules.resting(Set.of())).hasSize(OptionalModule.values().length);
        assertRefused("modules", () -> SettingsRules.resting(Set.of(OptionalModule.MISSIONS)));
        assertRefused(
                "modules",
                () -> SettingsRules.resting(
                        Set.of(OptionalModule.ADVOCACY, OptionalModule.ALLIANCE, OptionalModule.MISSIONS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMALL", "FEDERATION"})
    void whatAPresetUsesHasWhatItNeeds(String preset) {
        Set<OptionalModule> used = EnumSet.allOf(OptionalModule.class);
        used.removeAll(Preset.valueOf(preset).resting());

        assertThat(SettingsRules.resting(used)).isEqualTo(Preset.valueOf(preset).resting());
    }

    @Test
    void aColourMayBeLeftToTheProgram() {
        assertThat(SettingsRules.accent("  ")).isEmpty();
        assertThat(SettingsRules.accent("0B6E4F")).isEqualTo("#0b6e4f");
        assertRefused("accent", () -> SettingsRules.accent("green"));
    }

    private static void assertRefused(String field, ThrowingCallable rule) {
        assertThatThrownBy(rule)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
