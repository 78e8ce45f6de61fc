package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.domain.ForumSight.Facilitating;
import org.kvartal.kernel.Asker;
import org.kvartal.search.SearchAudiences;
import org.springframework.stereotype.Component;

/** As whom somebody finds what is of the forum: as one who belongs to the house, and as one who facilitates all sessions or those of some series. */
@Component
class ForumSeekers implements SearchAudiences {

    static final String READERS = SearchAudiences.of("right", ForumRights.READ.name());
    static final String FACILITATORS = SearchAudiences.of("right", ForumRights.FACILITATE.name());

    private final ForumSight sight;

    ForumSeekers(ForumSight sight) {
        this.sight = sight;
    }

    static String facilitators(UUID series) {
        return SearchAudiences.of("series", series);
    }

    @Override
    public Set<String> of(Asker asker) {
        Set<String> mine = new HashSet<>();
        if (sight.reads(asker)) {
            mine.add(READERS);
        }
        Facilitating facilitating = sight.of(asker);
        if (facilitating.all()) {
            mine.add(FACILITATORS);
        }
        facilitating.series().forEach(series -> mine.add(facilitators(series)));
        return mine;
    }
}
