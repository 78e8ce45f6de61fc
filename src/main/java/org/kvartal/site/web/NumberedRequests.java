package org.kvartal.site.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.RequestNumber;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Gives each request its number before anything else sees it. In Tomcat itself and not in a filter, since Tomcat writes into the log what escapes all
 * filters, and makes the page for it afterwards.
 *
 * @see "Decision record 0164, what is watched and told"
 */
@Component
class NumberedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final boolean proxied;

    NumberedRequests(Environment settings) {
        this.proxied = isProxied(settings);
    }

    /** Whether the house was told that a proxy stands before it, whose word counts. */
    static boolean isProxied(Environment settings) {
        String strategy = settings.getProperty("server.forward-headers-strategy", "none");
        return !strategy.equalsIgnoreCase("none");
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Numbering(proxied));
    }

    private static final class Numbering extends ValveBase {

        private final boolean proxied;

        Numbering(boolean proxied) {
            super(true);
            this.proxied = proxied;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // One that is answered by another thread comes by again.
            String number = request.getAttribute(RequestNumber.NAME) instanceof String known ? known : number(request);
            request.setAttribute(RequestNumber.NAME, number);
            if (!response.isCommitted()) {
                response.setHeader(RequestNumber.HEADER, number);
            }
            MDC.put(RequestNumber.NAME, number);
            try {
                getNext().invoke(request, response);
            } finally {
                MDC.remove(RequestNumber.NAME);
            }
        }

        private String number(Request request) {
            @Nullable String given = proxied ? request.getHeader(RequestNumber.HEADER) : null;
            return given != null && RequestNumber.isWellFormed(given) ? given : RequestNumber.next();
        }
    }
}
