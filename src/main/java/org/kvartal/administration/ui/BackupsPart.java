package org.kvartal.administration.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.AdministrationRights;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever looks after the house to its backups. */
@Component
class BackupsPart implements AdminPart {

    private final Permissions permissions;

    BackupsPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String title() {
        return "administration.backups.title";
    }

    @Override
    public String text() {
        return "administration.backups.about";
    }

    @Override
    public String path() {
        return AdministrationPages.BACKUPS;
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), AdministrationRights.SEE_BACKUPS, Scope.PLATFORM);
    }
}
