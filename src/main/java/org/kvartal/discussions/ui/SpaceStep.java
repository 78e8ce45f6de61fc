package org.kvartal.discussions.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.discussions.DiscussionRights;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.FirstStep;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** A new house opens the first space to talk in. */
@Component
class SpaceStep implements FirstStep {

    private final Threads threads;
    private final Permissions permissions;

    SpaceStep(Threads threads, Permissions permissions) {
        this.threads = threads;
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String title() {
        return "discussions.first-step.title";
    }

    @Override
    public String text() {
        return "discussions.first-step.text";
    }

    @Override
    public String path() {
        return ShellPages.path(DiscussionsPages.ADMIN_SPACES);
    }

    @Override
    public State state(Reader reader) {
        if (!permissions.has(reader.asker(), DiscussionRights.MANAGE_SPACES, Scope.PLATFORM)) {
            return State.NOT_THEIRS;
        }
        return threads.spaces(reader.asker()).isEmpty() ? State.OPEN : State.DONE;
    }
}
