package org.kvartal.membership.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.Bodies;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.stereotype.Component;

/** What waits for a body waits for whoever is in it today. */
@Component
class BodyAudiences implements TaskAudiences {

    private final BodyReads bodies;

    BodyAudiences(BodyReads bodies) {
        this.bodies = bodies;
    }

    @Override
    public Set<String> of(Asker asker) {
        return asker.person().map(bodies::of).orElse(Set.of()).stream()
                .map(Bodies::audience)
                .collect(Collectors.toUnmodifiableSet());
    }
}
