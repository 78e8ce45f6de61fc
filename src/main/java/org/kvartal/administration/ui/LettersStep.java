package org.kvartal.administration.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.kernel.Reader;
import org.kvartal.mail.LetterServers;
import org.kvartal.shell.FirstStep;
import org.springframework.stereotype.Component;

/** A new house says through which server its letters go. */
@Component
class LettersStep implements FirstStep {

    private final LetterServers servers;
    private final Permissions permissions;

    LettersStep(LetterServers servers, Permissions permissions) {
        this.servers = servers;
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "administration.first-step.title";
    }

    @Override
    public String text() {
        return "administration.first-step.text";
    }

    @Override
    public String path() {
        return AdministrationPages.SETTINGS;
    }

    @Override
    public State state(Reader reader) {
        if (!permissions.has(reader.asker(), HouseSettings.SET_UP, Scope.PLATFORM)) {
            return State.NOT_THEIRS;
        }
        return servers.keepsLetters() ? State.OPEN : State.DONE;
    }
}
