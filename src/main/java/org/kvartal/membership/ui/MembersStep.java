package org.kvartal.membership.ui;

import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportsPages;
import org.kvartal.kernel.Reader;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.membership.MembershipRights;
import org.kvartal.shell.FirstStep;
import org.springframework.stereotype.Component;

/** A new house brings its members in. */
@Component
class MembersStep implements FirstStep {

    private final Members members;
    private final Permissions permissions;

    MembersStep(Members members, Permissions permissions) {
        this.members = members;
        this.permissions = permissions;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String title() {
        return "membership.first-step.title";
    }

    @Override
    public String text() {
        return "membership.first-step.text";
    }

    @Override
    public String path() {
        return ImportsPages.IMPORT;
    }

    @Override
    public State state(Reader reader) {
        if (!permissions.has(reader.asker(), MembershipRights.MANAGE_MEMBERS, Scope.PLATFORM)) {
            return State.NOT_THEIRS;
        }
        boolean nobody = members.search(reader.asker(), MemberSearch.ALL, reader.language(), null, 1)
                .members()
                .isEmpty();
        return nobody ? State.OPEN : State.DONE;
    }
}
