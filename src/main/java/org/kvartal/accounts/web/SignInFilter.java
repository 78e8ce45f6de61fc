package org.kvartal.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.live.Live;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sends a request to the workspace, anew at each one. A session of the workspace belongs to the sign-in that began it:
 * with another sign-in's cookie, or with none, it is thrown away before anything reads it. So a session that a stranger planted, and
 * one whose sign-in was ended elsewhere, are worth nothing at the next click.
 *
 * <p>Where nobody is signed in, and where nobody is asked for because scripts and styles are the same for everyone, Flow finds no session
 * and can begin none: its servlet answers a click at any address, that of a script too.
 *
 * @see "Decision record 0060, signing in, sessions and headers"
 */
class SignInFilter extends OncePerRequestFilter {

    private static final String SIGN_IN = SignInFilter.class.getName() + ".signIn";

    private final RequestMatcher personal;
    private final RequestMatcher same;
    private final SignInCookies cookies;
    private final SignIns signIns;
    private final Live live;
    private final SecurityContextHolderStrategy security;

    /**
     * @param personal where it matters who asks
     * @param same what is the same for everyone
     */
    SignInFilter(
            RequestMatcher personal,
            RequestMatcher same,
            SignInCookies cookies,
            SignIns signIns,
            Live live,
            SecurityContextHolderStrategy security) {
        this.personal = personal;
        this.same = same;
        this.cookies = cookies;
        this.signIns = signIns;
        this.live = live;
        this.security = security;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !personal.matches(request) && !same.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (same.matches(request)) {
            chain.doFilter(new NoSession(request), response);
            return;
        }
        Optional<SignedIn> signedIn = cookies.signIn(request)
                .flatMap(Workspace.BY_ITSELF.matches(request) ? signIns::recogniseUnseen : signIns::recognise);
        HttpSession session = request.getSession(false);
        if (session != null && !belongs(session, signedIn.orElse(null))) {
            end(session);
        }
        if (signedIn.isEmpty()) {
            chain.doFilter(new NoSession(request), response);
            return;
        }
        SecurityContext context = security.createEmptyContext();
        context.setAuthentication(new SignedInPerson(signedIn.get()));
        security.setContext(context);
        chain.doFilter(new OwnSession(request, signedIn.get(), context), response);
    }

    private static boolean belongs(HttpSession session, @Nullable SignedIn signedIn) {
        try {
            return signedIn != null
                    && session.getAttribute(SIGN_IN) instanceof SessionWatch watch
                    && Objects.equals(watch.signIn(), signedIn.id());
        } catch (IllegalStateException alreadyEnded) {
            return true;
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyEnded) {
            // Another request of the same browser was faster.
        }
    }

    /** Has no session and gets none: Flow takes it for one that has ended. */
    private static final class NoSession extends HttpServletRequestWrapper {

        NoSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        @SuppressWarnings("NullAway") // what Flow asks for and finds missing
        public HttpSession getSession(boolean create) {
            return null;
        }
    }

    /** Binds a session to the sign-in the moment it comes into being, and gives it what this request knows about the person. */
    private final class OwnSession extends HttpServletRequestWrapper {

        private final SignedIn signedIn;
        private final SecurityContext context;

        OwnSession(HttpServletRequest request, SignedIn signedIn, SecurityContext context) {
            super(request);
            this.signedIn = signedIn;
            this.context = context;
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        @SuppressWarnings("NullAway") // the servlet API's contract: null where there is none and none is wanted
        public HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create);
            if (session != null) {
                bind(session);
            }
            return session;
        }

        @SuppressWarnings("ReferenceEquality") // an equal context may be that of an earlier request
        private void bind(HttpSession session) {
            try {
                synchronized (context) {
                    if (session.getAttribute(SIGN_IN) == null) {
                        session.setAttribute(SIGN_IN, new SessionWatch(session, signedIn.id(), live));
                    }
                    // Flow looks here when it works for this person outside a request: in a push.
                    if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            != context) {
                        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
                    }
                }
            } catch (IllegalStateException alreadyEnded) {
                // Ended elsewhere during this request; the next one finds none.
            }
        }
    }
}
