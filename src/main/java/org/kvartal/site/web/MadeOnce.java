package org.kvartal.site.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.site.PublicPages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Keeps the newest pages as bytes, by address and version: at most 32 MB of them. */
@Component
class MadeOnce implements PublicPages {

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Names and faces change seldom and are part of no version: a page is made anew after this many seconds at the latest. */
    private static final long LIFE = 300;

    private final SpringTemplateEngine templates;
    private final FrameModel frame;
    private final House house;
    private final Clock clock;

    /** Other templates or words come only with another program, so each start of the program is part of the version. */
    private final String start = Ids.next().toString();

    private final Cache<String, byte[]> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, byte[]>weigher((address, page) -> page.length + 2 * address.length())
            .build();

    MadeOnce(SpringTemplateEngine templates, FrameModel frame, House house, Clock clock) {
        this.templates = templates;
        this.frame = frame;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            String version,
            Supplier<Map<String, Object>> model) {
        String address = request.getRequestURI() + "?" + request.getQueryString();
        long period = clock.instant().getEpochSecond() / LIFE;
        String key = start + " " + house.version() + " " + frame.version() + " " + period + " " + version + " "
                + template + " " + address;
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(key.getBytes(StandardCharsets.UTF_8)) + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.noCache().cachePublic())
                    .build();
        }
        byte[] page = made.get(key, _ -> make(request, response, template, model.get()));
        return ResponseEntity.ok()
                .contentType(HTML)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(page);
    }

    private byte[] make(
            HttpServletRequest request, HttpServletResponse response, String template, Map<String, Object> model) {
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        var context = new WebContext(exchange, PathLanguage.of(request, house).locale(), model);
        frame.fill(context::setVariable);
        return templates.process(template, context).getBytes(StandardCharsets.UTF_8);
    }
}
