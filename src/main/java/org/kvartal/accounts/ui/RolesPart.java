package org.kvartal.accounts.ui;

import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever may give roles to those who hold them. */
@Component
class RolesPart implements AdminPart {

    private final Permissions permissions;

    RolesPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "accounts.roles.title";
    }

    @Override
    public String text() {
        return "accounts.roles.about";
    }

    @Override
    public String path() {
        return AccountsPages.ROLES;
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), Grants.GIVE, Scope.PLATFORM);
    }
}
