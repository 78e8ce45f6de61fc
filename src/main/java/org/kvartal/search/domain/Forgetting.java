package org.kvartal.search.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets words that nobody says any more, such as the name of somebody whose data were erased. */
@Component
class Forgetting {

    private final Index index;

    Forgetting(Index index) {
        this.index = index;
    }

    @Transactional
    @Nullable String after(String word, int limit) {
        index.lock();
        return index.forgetWords(word, limit);
    }
}
