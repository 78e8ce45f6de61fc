package org.kvartal.alliance.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.wording.Versions;
import org.kvartal.kernel.House;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/** Sends data with what belongs to it: its version, its licence, where it goes on. */
@Component
class OpenAnswers {

    /** Where the description of all this is. */
    static final String DESCRIPTION = "/v3/api-docs";

    private final House house;
    private final Versions versions;

    OpenAnswers(House house, Versions versions) {
        this.house = house;
        this.versions = versions;
    }

    /** The format of an address without an ending. */
    static Format accepted(HttpServletRequest request, HttpServletResponse response, Set<Format> offered) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Format.accepted(request.getHeader(HttpHeaders.ACCEPT), offered)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_ACCEPTABLE, "format", types(offered)));
    }

    /** The format of an address with an ending. */
    static Format ending(String ending, Set<Format> offered) {
        return Format.ofEnding(ending)
                .filter(offered::contains)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "ending", endings(offered)));
    }

    /**
     * OpenAnswers that the client has this already, if so.
     *
     * @param version changes with everything that is told
     */
    boolean has(HttpServletRequest request, HttpServletResponse response, Format format, String version) {
        String told = versions.of(version, format, request.getRequestURI(), request.getQueryString());
        String tag = "W/\"" + DigestUtils.md5DigestAsHex(told.getBytes(StandardCharsets.UTF_8)) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return true;
        }
        return false;
    }

    /**
     * Sends rows.
     *
     * @param name how a file of them is called, without an ending
     * @param next the query of what follows, null at the end
     */
    <T> void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Format format,
            String name,
            Rendering<T> rendering,
            Iterator<List<T>> stretches,
            @Nullable String next)
            throws IOException {
        String further = next == null ? null : house.address(request.getRequestURI() + "?" + next);
        link(response, house.address(AlliancePages.OPEN_DATA), "license");
        link(response, house.address(DESCRIPTION), "service-desc");
        if (format == Format.HSDS) {
            link(response, HsdsOrganization.SPECIFICATION, "profile");
        }
        Optional.ofNullable(further).ifPresent(address -> link(response, address, "next"));
        response.setContentType(format.sent().toString());
        if (format.isText()) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format.ending() + "\"");
        }
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            rendering.write(response.getOutputStream(), stretches, further);
        }
    }

    /** Takes parameters along to the address of what follows; they have been read and are codes or numbers. */
    static void carry(HttpServletRequest request, StringJoiner query, String... names) {
        for (String name : names) {
            String value = request.getParameter(name);
            if (value != null && !value.isEmpty()) {
                query.add(name + "=" + value);
            }
        }
    }

    private static void link(HttpServletResponse response, String address, String relation) {
        response.addHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"" + relation + "\"");
    }

    private static String types(Set<Format> offered) {
        return String.join(
                ", ", offered.stream().map(format -> format.type().toString()).toList());
    }

    private static String endings(Set<Format> offered) {
        return String.join(
                ", ", offered.stream().map(format -> "." + format.ending()).toList());
    }
}
