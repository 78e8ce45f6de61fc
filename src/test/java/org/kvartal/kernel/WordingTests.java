package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Wording wording = new Wording(Clock.fixed(NOW, SOFIA));

    @Test
    void saysMomentsAsPeopleSayThem() {
        assertThat(when(Duration.ofSeconds(20), Language.EN)).isEqualTo("now");
        assertThat(when(Duration.ofMinutes(5), Language.EN)).isEqualTo("5 minutes ago");
        assertThat(when(Duration.ofMinutes(22), Language.RU)).isEqualTo("22 минуты назад");
        assertThat(when(Duration.ofHours(3), Language.EN)).isEqualTo("today, 09:00");
        assertThat(when(Duration.ofDays(1), Language.RU)).isEqualTo("вчера, 12:00");
        assertThat(when(Duration.ofDays(1), Language.BG)).startsWith("вчера, 12:00");
        assertThat(when(Duration.ofDays(20), Language.EN)).isEqualTo("2 November, 12:00");
        assertThat(when(Duration.ofDays(400), Language.RU)).startsWith("18 октября 2025");
    }

    @Test
    void groupsNumbersAsTheLanguageDoes() {
        assertThat(wording.number(12345, Language.EN)).isEqualTo("12,345");
        assertThat(wording.number(12345, Language.RU).replace('\u00A0', ' ')).isEqualTo("12 345");
    }

    @Test
    void writesMoneyAsTheLanguageDoes() {
        BigDecimal amount = new BigDecimal("1200.5");
        assertThat(wording.money(amount, "EUR", Language.EN)).isEqualTo("€1,200.50");
        assertThat(wording.money(amount, "EUR", Language.RU).replace('\u00A0', ' '))
                .isEqualTo("1 200,50 €");
        assertThat(wording.money(amount, "EUR", Language.BG).replace('\u00A0', ' '))
                .endsWith("200,50 €");
        assertThat(wording.money(new BigDecimal("50000.00"), "EUR", Language.EN))
                .isEqualTo("€50,000");
    }

    @Test
    void saysFromWhenToWhenWithoutAWordOrAZoneBetween() {
        Instant starts = Instant.parse("2026-12-12T11:00:00Z");
        Instant ends = starts.plus(Duration.ofHours(5));
        assertThat(hours(starts, ends, Language.EN)).isEqualTo("Saturday, 12 December 2026, 13:00–18:00");
        assertThat(hours(starts, ends, Language.RU)).isEqualTo("суббота, 12 декабря 2026 г., 13:00–18:00");
        assertThat(hours(starts, ends, Language.BG)).isEqualTo("събота, 12 декември 2026 г., 13:00–18:00");
        assertThat(hours(starts, ends.plus(Duration.ofDays(1)), Language.RU))
                .isEqualTo("суббота, 12 декабря 2026 г., 13:00 – воскресенье, 13 декабря 2026 г., 18:00");
        assertThat(wording.clockOf(starts, Language.RU, SOFIA, ZoneId.of("Europe/Berlin")))
                .isEqualTo("София");
        assertThat(wording.clockOf(starts, Language.RU, SOFIA, ZoneId.of("Europe/Athens")))
                .as("the same time")
                .isEmpty();
    }

    private String hours(Instant from, Instant to, Language language) {
        return wording.hours(from, to, language, SOFIA).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private String when(Duration ago, Language language) {
        return wording.when(NOW.minus(ago), language, SOFIA);
    }
}
