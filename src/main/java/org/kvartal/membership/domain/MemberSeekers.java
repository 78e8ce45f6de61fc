package org.kvartal.membership.domain;

import java.util.HashSet;
import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.search.SearchAudiences;
import org.springframework.stereotype.Component;

/** Members are found by whoever may see their names. */
@Component
class MemberSeekers implements SearchAudiences {

    private final Sight sight;

    MemberSeekers(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Set<String> of(Asker asker) {
        Sight.Seen seen = sight.of(asker);
        Set<String> mine = new HashSet<>();
        if (seen.isIn()) {
            mine.add(SoughtMembers.READERS);
        }
        if (seen.manages()) {
            mine.add(SoughtMembers.OFFICE);
        }
        return mine;
    }
}
