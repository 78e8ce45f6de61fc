package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.kernel.House;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page of the house may load and run, and that no other site may frame it. Public pages run the house's own files and nothing that stands in the page; the
 * workspace has to allow what Flow needs.
 *
 * @see "Decision record 0020: signing in, sessions and headers"
 */
class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";

    private static final String PUBLIC =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final String WORKSPACE = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
            + " object-src 'none'; frame-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private final String end;

    ContentPolicy(House house) {
        this.end = house.secure() ? "; upgrade-insecure-requests" : "";
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        // What a file says of itself, in a sandbox of its own, stays.
        if (!response.containsHeader(HEADER)) {
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader(HEADER, (Workspace.PAGES.matches(request) ? WORKSPACE : PUBLIC) + end);
        }
    }
}
