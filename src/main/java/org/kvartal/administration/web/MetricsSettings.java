package org.kvartal.administration.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a program must show that reads the figures.
 *
 * @param token its secret; without one nobody gets them
 */
@ConfigurationProperties("kvartal.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "MetricsSettings";
    }
}
