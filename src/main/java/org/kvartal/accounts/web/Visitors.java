package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kvartal.accounts.domain.Visitor;
import org.kvartal.site.Network;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells what is known of the browser that sends a request. */
@Component
class Visitors {

    /** A mark in the browser's own description and the name people know; the first that is found counts, since many name others too. */
    private record Mark(String sign, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("YaBrowser/", "Yandex Browser"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("EdgA/", "Edge"),
            new Mark("EdgiOS/", "Edge"),
            new Mark("Edg/", "Edge"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Firefox/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private final SignInCookies cookies;

    Visitors(SignInCookies cookies) {
        this.cookies = cookies;
    }

    Visitor of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String described = agent == null ? "" : agent;
        return new Visitor(
                network(request), name(described, BROWSERS), name(described, SYSTEMS), cookies.browser(request));
    }

    Network network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }

    private static String name(String agent, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.sign()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
