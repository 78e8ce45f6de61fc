package org.kvartal.administration.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.WatchPages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Secret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures, as Prometheus reads them, for whoever shows the token. A page of the house and not the endpoint of that name: what the endpoint answers would have to be
 * guarded by its path, which has many spellings.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats of Prometheus</a>
 */
@RestController
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsPage {

    private static final String BEARER = "Bearer ";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final MetricsSettings settings;
    private final ObjectProvider<PrometheusMeterRegistry> registry;

    MetricsPage(MetricsSettings settings, ObjectProvider<PrometheusMeterRegistry> registry) {
        this.settings = settings;
        this.registry = registry;
    }

    @GetMapping(WatchPages.METRICS)
    ResponseEntity<String> figures(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown) {
        PrometheusMeterRegistry figures = registry.getIfAvailable();
        if (settings.token().isBlank() || figures == null) {
            throw new NotFound();
        }
        if (!isToken(shown)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(figures.scrape("text/plain"));
    }

    /** Takes the same time however much of it is right. */
    private boolean isToken(@Nullable String shown) {
        String given = shown != null && shown.startsWith(BEARER) ? shown.substring(BEARER.length()) : "";
        return MessageDigest.isEqual(hash(given), hash(settings.token()));
    }

    private static byte[] hash(String text) {
        return Secret.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
