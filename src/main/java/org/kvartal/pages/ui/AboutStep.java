package org.kvartal.pages.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Reader;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PagesRights;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.kvartal.shell.FirstStep;
import org.springframework.stereotype.Component;

/** A new house says who it is. */
@Component
class AboutStep implements FirstStep {

    private final StandingPages pages;
    private final Permissions permissions;

    AboutStep(StandingPages pages, Permissions permissions) {
        this.pages = pages;
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String title() {
        return "pages.first-step.title";
    }

    @Override
    public String text() {
        return "pages.first-step.text";
    }

    @Override
    public String path() {
        return PagesPaths.DESK;
    }

    @Override
    public State state(Reader reader) {
        if (!permissions.has(reader.asker(), PagesRights.WRITE, Scope.PLATFORM)) {
            return State.NOT_THEIRS;
        }
        return pages.find(StandingPage.ABOUT).isPresent() ? State.DONE : State.OPEN;
    }
}
