package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.kernel.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever opens a page of the workspace and is not signed in to the sign-in page, and from there back. No session is made. */
class ToSignIn implements AuthenticationEntryPoint {

    private final SignInCookies cookies;

    ToSignIn(SignInCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String query = request.getQueryString();
        if (!request.getMethod().equals("GET") || (query != null && query.contains("v-r="))) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Whoever presses a link wants to come in again; a page that loads itself does not.
        Optional<Language> left =
                request.getHeader("Sec-Fetch-User") == null ? cookies.left(request) : Optional.empty();
        if (left.isPresent()) {
            response.sendRedirect("/" + left.get().code());
            return;
        }
        response.sendRedirect(
                wanted.equals("/app") || wanted.equals("/app/")
                        ? AccountsPages.SIGN_IN
                        : AccountsPages.signInThen(wanted));
    }
}
