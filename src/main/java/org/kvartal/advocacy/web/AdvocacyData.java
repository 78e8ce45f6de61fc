package org.kvartal.advocacy.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What answers to other programs have in common: whether anything has changed, where a list goes on, and who may read it. */
@Component
class AdvocacyData {

    static final String API = "/api/v1";

    /** How many at once. */
    static final int PAGE = 100;

    static final int FEED_ENTRIES = 30;
    static final Asker GUEST = Asker.guest();
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Recommendations recommendations;
    private final House house;
    private final Clock clock;

    AdvocacyData(Recommendations recommendations, House house, Clock clock) {
        this.recommendations = recommendations;
        this.house = house;
        this.clock = clock;
    }

    boolean unchanged(WebRequest request) {
        return request.checkNotModified(
                "W/\"" + recommendations.version() + "-" + house.day(clock.instant()) + "-" + house.version() + "\"");
    }

    /** @param next where the list goes on; null at its end */
    ResponseEntity.BodyBuilder ok(MediaType type, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    ResponseEntity<byte[]> feed(byte[] atom) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(atom);
    }

    /** The full address at which a list goes on. */
    @Nullable String next(String path, @Nullable ListKey key) {
        return key == null ? null : house.address(path + "?before=" + Keys.written(key));
    }

    static Map<String, String> byLanguage(LocalizedText text) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String wording = text.texts().get(language);
            if (wording != null) {
                words.put(language.code(), wording);
            }
        }
        return words;
    }
}
