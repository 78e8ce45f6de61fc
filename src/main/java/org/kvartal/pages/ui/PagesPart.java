package org.kvartal.pages.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Reader;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.PagesRights;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever writes the pages and the news of the house to them. */
@Component
class PagesPart implements AdminPart {

    private final Permissions permissions;

    PagesPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "pages.desk.title";
    }

    @Override
    public String text() {
        return "pages.desk.about";
    }

    @Override
    public String path() {
        return PagesPaths.DESK;
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), PagesRights.WRITE, Scope.PLATFORM);
    }
}
