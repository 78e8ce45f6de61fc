package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.accounts.Doors;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Begins sign-ins and gives browsers the cookies that hold them. */
@Component
class HouseDoors implements Doors {

    private final SignIns signIns;
    private final SignInCookies cookies;
    private final Visitors visitors;

    HouseDoors(SignIns signIns, SignInCookies cookies, Visitors visitors) {
        this.signIns = signIns;
        this.cookies = cookies;
        this.visitors = visitors;
    }

    @Override
    public void letIn(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        enter(signIns.start(person, false, visitors.of(request)), request, response);
    }

    /** Gives the browser a sign-in that has begun. */
    void enter(SignIns.Started started, HttpServletRequest request, HttpServletResponse response) {
        cookies.signIn(request).ifPresent(signIns::end);
        cookies.set(response, started);
    }
}
