package org.kvartal.kernel;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The house as its owners set it up.
 *
 * @param name how the house calls itself on pages and in letters
 * @param baseUrl the address at which people reach it, without a slash at the end
 * @param data the folder that keeps files and, where no database was given, the database
 * @param demo whether demonstration people and threads are made at the first start
 * @param embedded whether the house runs its own PostgreSQL
 * @param zone the zone by which guests read times
 */
@ConfigurationProperties("kvartal")
public record House(
        @DefaultValue("Kvartal") String name,
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean embedded,
        @DefaultValue("Europe/Sofia") ZoneId zone) {

    public House {
        baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    /** The full address of a path that begins with a slash. */
    public String address(String path) {
        return baseUrl + path;
    }

    /** The day on which a moment lies, by the house's clock. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** Whether people reach the house over TLS, so that cookies and transport headers can insist on it. */
    public boolean secure() {
        return baseUrl.startsWith("https:");
    }
}
