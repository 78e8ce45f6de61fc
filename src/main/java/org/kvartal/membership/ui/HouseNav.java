package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipRights;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** Leads between the lists of membership: who belongs, the bodies, and what waits for the office. */
@Component
class HouseNav {

    private final Admissions admissions;
    private final Permissions permissions;

    HouseNav(Admissions admissions, Permissions permissions) {
        this.admissions = admissions;
        this.permissions = permissions;
    }

    /** @param here the route of the list that is shown */
    Nav on(String here, Words words) {
        Nav nav = new Nav();
        nav.addClassNames("chips", "house-nav");
        nav.setAriaLabel(words.text("membership.app.lists"));
        nav.add(
                chip(MembershipPages.MEMBERS, here, words.text("membership.app.members.title")),
                chip(MembershipPages.BODIES, here, words.text("membership.bodies.title")));
        if (permissions.has(words.asker(), MembershipRights.READ_APPLICATIONS, Scope.PLATFORM)) {
            Anchor applications =
                    chip(MembershipPages.APPLICATIONS, here, words.text("membership.app.applications.title"));
            long waiting = admissions.waiting(words.asker());
            if (waiting > 0 && !here.equals(MembershipPages.APPLICATIONS)) {
                applications.add(new Span(" " + words.text("membership.app.applications.count", waiting)));
            }
            nav.add(applications);
        }
        if (permissions.has(words.asker(), MembershipRights.WRITE_TO_MEMBERS, Scope.PLATFORM)) {
            nav.add(chip(MembershipPages.CIRCULARS, here, words.text("membership.circulars.title")));
        }
        return nav;
    }

    private static Anchor chip(String route, String here, String name) {
        Anchor chip = new Anchor(ShellPages.path(route));
        chip.add(new Span(name));
        chip.addClassName("chip");
        if (route.equals(here)) {
            chip.getElement().setAttribute("aria-current", "page");
        }
        return chip;
    }
}
