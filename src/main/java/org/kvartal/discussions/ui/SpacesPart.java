package org.kvartal.discussions.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** Leads whoever may manage spaces to them. */
@Component
class SpacesPart implements AdminPart {

    private final Permissions permissions;

    SpacesPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String title() {
        return "discussions.app.spaces.title";
    }

    @Override
    public String text() {
        return "discussions.app.spaces.about";
    }

    @Override
    public String path() {
        return ShellPages.path(DiscussionsPages.ADMIN_SPACES);
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), DiscussionRights.MANAGE_SPACES, Scope.PLATFORM);
    }
}
