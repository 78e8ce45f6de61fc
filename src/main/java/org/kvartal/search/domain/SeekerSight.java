package org.kvartal.search.domain;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.kvartal.kernel.Asker;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** As whom somebody searches. */
@Component
class SeekerSight {

    private final ObjectProvider<SearchAudiences> audiences;

    SeekerSight(ObjectProvider<SearchAudiences> audiences) {
        this.audiences = audiences;
    }

    /** @param all whether everything may be seen */
    record Seen(boolean all, Set<String> audiences) {

        boolean sees(SearchDocument document) {
            return all || !Collections.disjoint(audiences, document.audience());
        }

        /** Whether it is theirs to see beyond what everybody sees. */
        boolean belongs(SearchDocument document) {
            return all
                    || document.audience().stream()
                            .anyMatch(one -> !one.equals(SearchAudiences.PUBLIC) && audiences.contains(one));
        }

        String[] keys() {
            return audiences.toArray(String[]::new);
        }
    }

    Seen of(Asker asker) {
        Set<String> mine = new HashSet<>();
        mine.add(SearchAudiences.PUBLIC);
        asker.person().map(SearchAudiences::person).ifPresent(mine::add);
        audiences.stream().forEach(source -> mine.addAll(source.of(asker)));
        return new Seen(asker instanceof Asker.House, mine);
    }
}
