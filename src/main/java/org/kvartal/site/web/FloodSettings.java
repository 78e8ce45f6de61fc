package org.kvartal.site.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may ask for. A full room of people behind one address stays far below it.
 *
 * @param atOnce how many requests in a burst
 * @param perSecond how many in the long run; 0 sets no limit
 */
@ConfigurationProperties("kvartal.flood")
record FloodSettings(
        @DefaultValue("4000") int atOnce,
        @DefaultValue("200") int perSecond) {

    FloodSettings {
        if (perSecond < 0 || atOnce < perSecond) {
            throw new IllegalArgumentException(
                    "kvartal.flood.at-once must not be below kvartal.flood.per-second, and neither below 0");
        }
    }
}
