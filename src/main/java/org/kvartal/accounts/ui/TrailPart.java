package org.kvartal.accounts.ui;

import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.accounts.domain.OpenTrail;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever may read the audit trail to it. */
@Component
class TrailPart implements AdminPart {

    private final Permissions permissions;

    TrailPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String title() {
        return "accounts.trail.title";
    }

    @Override
    public String text() {
        return "accounts.trail.about";
    }

    @Override
    public String path() {
        return AccountsPages.TRAIL;
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), OpenTrail.READ, Scope.PLATFORM);
    }
}
