package org.kvartal.administration.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.AdministrationPages;
import org.kvartal.audit.AuditedAct;
import org.kvartal.audit.AuditedThing;
import org.kvartal.audit.AuditedThings;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Reader;
import org.springframework.stereotype.Component;

/** Names the house itself. */
@Component
class AuditedHouse implements AuditedThings {

    private final House house;
    private final Permissions permissions;

    AuditedHouse(House house, Permissions permissions) {
        this.house = house;
        this.permissions = permissions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(HouseSettings.KIND);
    }

    @Override
    public Map<Long, AuditedThing> things(Reader reader, List<AuditedAct> acts) {
        boolean opens = permissions.has(reader.asker(), HouseSettings.SET_UP, Scope.PLATFORM);
        var thing = new AuditedThing(house.name(), null, opens ? AdministrationPages.SETTINGS : null);
        return acts.stream()
                .filter(act -> act.subject().id().equals(HouseSettings.HOUSE))
                .collect(Collectors.toMap(AuditedAct::number, _ -> thing));
    }
}
