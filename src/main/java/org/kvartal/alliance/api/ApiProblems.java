package org.kvartal.alliance.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.kvartal.kernel.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns what fails below {@code /api} into problems that programs read. */
@ControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    /** How long a client is asked to wait while the database is away, in seconds. */
    private static final String BACK_SOON = "10";

    private final Problem.Writer problems;

    ApiProblems(Problem.Writer problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, refusal);
    }

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, Refusal.of(HttpStatus.NOT_FOUND, "no-entry"));
    }

    @ExceptionHandler(InvalidParameterException.class)
    void illegible(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, Refusal.of(HttpStatus.BAD_REQUEST, "illegible"));
    }

    /** An answer that has begun breaks off, so that nobody takes a part for the whole. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class
    })
    void databaseAway(RuntimeException away, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw away;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, BACK_SOON);
        problems.write(request, response, Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "away"));
    }

    @ExceptionHandler(RuntimeException.class)
    void broken(RuntimeException broken, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw broken;
        }
        log.error("{} failed", request.getRequestURI(), broken);
        problems.write(request, response, Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "broken"));
    }
}
