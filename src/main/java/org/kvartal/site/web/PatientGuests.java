package org.kvartal.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kvartal.kernel.NoRoom;
import org.kvartal.kernel.Outage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks whoever comes while the database is away to come again soon, and says that nothing can be saved where there is no room, wherever it was missed: in a page, in a
 * filter, at the end of a transaction.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PatientGuests extends OncePerRequestFilter {

    /** How long a browser is asked to wait, in seconds. */
    static final String BACK_SOON = "10";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
            response.setHeader(HttpHeaders.RETRY_AFTER, BACK_SOON);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return true;
        }
        return false;
    }
}
