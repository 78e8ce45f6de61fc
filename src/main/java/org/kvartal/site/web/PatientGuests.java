package org.kvartal.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.kvartal.kernel.DatabasePresence;
import org.kvartal.kernel.NoRoom;
import org.kvartal.kernel.Outage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks whoever comes while the database is away to come again soon, at once where that is known, and says that nothing can be saved where there is no room, wherever it was missed: in a page, in a
 * filter, at the end of a transaction.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PatientGuests extends OncePerRequestFilter {

    /** How long a browser is asked to wait, in seconds. */
    static final String BACK_SOON = "10";

    /** What is there without the database: files of the look and the program, and what watches the house. */
    private static final Pattern WITHOUT = Pattern.compile("/(?:VAADIN|actuator|look)/.*|.*\\.[a-z0-9]+");

    /** How the framework marks what its pages in the browser ask for: they know how to wait, and not all of it needs the database. */
    private static final String INSIDE = "v-r=";

    private final ObjectProvider<DatabasePresence> database;

    PatientGuests(ObjectProvider<DatabasePresence> database) {
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (asksForPage(request) && database.getObject().isAway()) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (response.isCommitted() || !refuse(failed, response)) {
                throw failed;
            }
        }
    }

    /** Says what is missing, if something is. */
    static boolean refuse(Throwable failed, HttpServletResponse response) throws IOException {
        if (NoRoom.behind(failed)) {
            response.sendError(HttpStatus.INSUFFICIENT_STORAGE.value());
            return true;
        }
        if (Outage.behind(failed)) {
            refuse(response);
            return true;
        }
        return false;
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, BACK_SOON);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String query = request.getQueryString();
        return !WITHOUT.matcher(request.getRequestURI()).matches() && (query == null || !query.contains(INSIDE));
    }
}
