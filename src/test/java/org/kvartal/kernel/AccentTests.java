package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ffffff", "#000000", "#ffff00", "#00ff00", "#0000ff", "#ff0000", "#d35400", "#0b6e4f", "#808080",
                "#ffd1dc", "#123456", "#7f00ff", "#e2e200", "#00ffff"
            })
    void everyColourCanBeReadOnLightPagesAndOnDarkOnes(String chosen) {
        Accent accent = Accent.of(chosen).orElseThrow();

        assertThat(contrast(accent.light(), Accent.ON_LIGHT)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(accent.lightInk(), Accent.LIGHT_GROUND)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(accent.dark(), Accent.ON_DARK)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(accent.dark(), Accent.DARK_GROUND)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(accent.darkInk(), Accent.DARK_GROUND)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aColourThatCanBeReadStaysItselfAndAPaleOneIsDarkened() {
        assertThat(Accent.of("#0b6e4f").orElseThrow().light()).isEqualTo("#0b6e4f");
        assertThat(Accent.of("#0b6e4f").orElseThrow().isDarkened()).isFalse();
        assertThat(Accent.of("#ffd1dc").orElseThrow().isDarkened()).isTrue();
    }

    @Test
    void aDarkenedColourKeepsItsHue() {
        Shade pale = Shade.of("#ffd1dc");
        Shade shown = Shade.of(Accent.of("#ffd1dc").orElseThrow().light());

        assertThat(shown.hue()).isCloseTo(pale.hue(), within(3d));
    }

    @Test
    void contrastIsCountedAsInTheStandard() {
        assertThat(Shade.of("#ffffff").contrast(Shade.of("#000000"))).isCloseTo(21, within(.01));
        assertThat(Shade.of("#767676").contrast(Shade.of("#ffffff"))).isCloseTo(4.54, within(.01));
    }

    @Test
    void whatIsNoColourIsNone() {
        assertThat(Accent.of("D35400")).map(Accent::hex).contains("#d35400");
        assertThat(Accent.of("red")).isEmpty();
        assertThat(Accent.of("#12345")).isEmpty();
        assertThat(Accent.of(null)).isEmpty();
        assertThat(Accent.of("#123456;}")).isEmpty();
    }

    private static double contrast(String hex, Shade ground) {
        return Shade.of(hex).contrast(ground);
    }
}
