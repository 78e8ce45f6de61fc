package org.kvartal.administration.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.administration.AdministrationRights;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.springframework.stereotype.Component;

/** Names the house itself, where something was done to it as a whole. */
@Component
class AuditedHouse implements AuditedThings {

    private static final String KIND = "administration.backups";

    /** There is one. */
    static final AuditSubject SUBJECT = new AuditSubject(KIND, new UUID(0, 1));

    private final Messages messages;
    private final Permissions permissions;

    AuditedHouse(Messages messages, Permissions permissions) {
        this.messages = messages;
        this.permissions = permissions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        String name = messages.text(reader.language(), "administration.backups.title");
        AuditedThing house = permissions.has(reader.asker(), AdministrationRights.SEE_BACKUPS, Scope.PLATFORM)
                ? new AuditedThing(name, null, AdministrationPages.BACKUPS)
                : AuditedThing.named(name);
        Map<Long, AuditedThing> things = new HashMap<>();
        acts.stream().filter(act -> act.subject().equals(SUBJECT)).forEach(act -> things.put(act.number(), house));
        return things;
    }
}
