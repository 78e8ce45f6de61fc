package org.kvartal.site.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.site.TooOften;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns what services throw into the answers of the web. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(Forbidden.class)
    void forbidden(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Where a page says nothing of its own. */
    @ExceptionHandler(TooOften.class)
    void tooOften(TooOften tooOften, HttpServletResponse response) throws IOException {
        tooOften.answer(response);
        response.sendError(response.getStatus());
    }

    /** Parameters that are no text in the house's encoding, too many of them, or too long. */
    @ExceptionHandler(InvalidParameterException.class)
    void illegible(InvalidParameterException mangled, HttpServletResponse response) throws IOException {
        response.sendError(mangled.getErrorCode());
    }

    @ExceptionHandler(MultipartException.class)
    void illegible(MultipartException mangled, HttpServletResponse response) throws IOException {
        response.sendError(
                mangled instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class
    })
    void databaseAway(RuntimeException failed, HttpServletResponse response) throws IOException {
        if (PatientGuests.refuse(failed, response)) {
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, PatientGuests.BACK_SOON);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
