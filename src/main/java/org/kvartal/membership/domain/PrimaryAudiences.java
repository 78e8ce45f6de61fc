package org.kvartal.membership.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.Asker;
import org.kvartal.membership.MemberId;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskAudiences;
import org.springframework.stereotype.Component;

/** What waits for the primary representatives of an organisation waits for whoever is one now. */
@Component
class PrimaryAudiences implements TaskAudiences {

    private static final String PRIMARY = "primary";

    private final MandateReads mandates;

    PrimaryAudiences(MandateReads mandates) {
        this.mandates = mandates;
    }

    static String of(MemberId association) {
        return Audience.of(PRIMARY, association);
    }

    @Override
    public Set<String> of(Asker asker) {
        return asker.person().map(mandates::primaryOf).orElse(Set.of()).stream()
                .map(PrimaryAudiences::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
