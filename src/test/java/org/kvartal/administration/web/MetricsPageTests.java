package org.kvartal.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.NotFound;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A house that has set no token has no such page. */
class MetricsPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutATokenNobodyGetsTheFigures(String token) {
        MetricsPage page = page(token);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> page.figures(null));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> page.figures("Bearer " + token));
    }

    @Test
    void theSettingTellsItsTokenToNobody() {
        assertThat(new MetricsSettings("plain-eyes")).asString().doesNotContain("plain-eyes");
    }

    private static MetricsPage page(String token) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("registry", new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        return new MetricsPage(new MetricsSettings(token), beans.getBeanProvider(PrometheusMeterRegistry.class));
    }
}
