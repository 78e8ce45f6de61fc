package org.kvartal.administration.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.AdminPart;
import org.springframework.stereotype.Component;

/** Leads whoever may set the house up to its settings. */
@Component
class HouseSettingsPart implements AdminPart {

    private final Permissions permissions;

    HouseSettingsPart(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "administration.settings.title";
    }

    @Override
    public String text() {
        return "administration.settings.about";
    }

    @Override
    public String path() {
        return AdministrationPages.SETTINGS;
    }

    @Override
    public boolean visible(Reader reader) {
        return permissions.has(reader.asker(), HouseSettings.SET_UP, Scope.PLATFORM);
    }
}
