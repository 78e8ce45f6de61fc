package org.kvartal.accounts.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.kvartal.kernel.House;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * What a page of the house may load and run, and that no other site may frame it, unless the page itself says so. Public pages run the house's own files and nothing
 * that stands in the page. The workspace's first page holds two scripts of Flow's, named by a number that is new each time, so that an
 * injected script or handler would not run there either; that Flow makes functions from text has to be allowed.
 *
 * @see "Decision record 0060, signing in, sessions and headers"
 */
@Component
class ContentPolicy implements HeaderWriter, VaadinServiceInitListener {

    private static final String HEADER = "Content-Security-Policy";

    private static final String PUBLIC =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final String WORKSPACE = "default-src 'self'; script-src 'self' 'unsafe-eval'%s;"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
            + " object-src 'none'; frame-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /** What a page says of itself that was made to stand in pages of others. */
    private static final String FOR_OTHERS = "frame-ancestors *";

    private static final int NONCE_BYTES = 16;

    private final transient SecureRandom random = new SecureRandom();
    private final transient House house;

    ContentPolicy(House house) {
        this.house = house;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        // What a file or the workspace's first page says of itself stays.
        if (!response.containsHeader(HEADER)) {
            String policy = Workspace.PAGES.matches(request) ? WORKSPACE.formatted("") : PUBLIC;
            response.setHeader(HEADER, policy + end());
        }
        // The older header has no word for "anybody".
        if (!response.containsHeader("X-Frame-Options") && !isForOthers(response)) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    private String end() {
        return house.secure() ? "; upgrade-insecure-requests" : "";
    }

    private static boolean isForOthers(HttpServletResponse response) {
        String policy = response.getHeader(HEADER);
        return policy != null && policy.contains(FOR_OTHERS);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::nameScripts);
    }

    private void nameScripts(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, WORKSPACE.formatted(" 'nonce-" + nonce + "'") + end());
    }
}
