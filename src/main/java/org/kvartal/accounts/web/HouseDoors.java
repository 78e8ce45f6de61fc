package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.accounts.Doors;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.accounts.domain.SignOuts;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Begins sign-ins and gives browsers the cookies that hold them. */
@Component
class HouseDoors implements Doors {

    private final SignIns signIns;
    private final SignOuts signOuts;
    private final SignInCookies cookies;
    private final Visitors visitors;

    HouseDoors(SignIns signIns, SignOuts signOuts, SignInCookies cookies, Visitors visitors) {
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.cookies = cookies;
        this.visitors = visitors;
    }

    @Override
    public void letIn(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        enter(signIns.start(person, false, visitors.of(request)), request, response);
    }

    /** Gives the browser a sign-in that has begun. */
    void enter(SignIns.Started started, HttpServletRequest request, HttpServletResponse response) {
        cookies.signIn(request).ifPresent(signOuts::end);
        cookies.set(response, started);
    }
}
