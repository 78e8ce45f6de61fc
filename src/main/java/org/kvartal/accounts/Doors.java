package org.kvartal.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.kernel.PersonId;

/**
 * Signs in a person who has proved in another way than by a password who they are: by a link from their mail, used up by one press. Whoever
 * calls has checked that proof; nothing is asked here.
 */
public interface Doors {

    /**
     * Begins a sign-in that ends with the browser, and sets its cookie. Whoever was signed in with this browser before is not any more.
     *
     * @throws org.kvartal.kernel.NotFound if there is no such person
     * @throws org.kvartal.kernel.Refused if they are {@linkplain Suspensions suspended}; its words may be shown to them
     */
    void letIn(PersonId person, HttpServletRequest request, HttpServletResponse response);
}
