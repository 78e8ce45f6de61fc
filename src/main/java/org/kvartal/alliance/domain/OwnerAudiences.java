package org.kvartal.alliance.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.Asker;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.stereotype.Component;

/** What waits for the owners of an entry waits for everybody who may answer for its member now. */
@Component
class OwnerAudiences implements TaskAudiences {

    private final EntryKeepers keepers;

    OwnerAudiences(EntryKeepers keepers) {
        this.keepers = keepers;
    }

    @Override
    public Set<String> of(Asker asker) {
        return keepers.owned(asker).stream()
                .map(member -> Audience.of(EntryErrands.OWNERS, member.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
