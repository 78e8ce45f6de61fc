package org.kvartal.membership.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Joining.Begun;
import org.springframework.stereotype.Component;

/**
 * Remembers for a moment what has just been begun: of a form that is sent twice by one press, the browser sees the second answer only, and needs
 * the key in it. The id stands in that one form and nowhere else, so whoever sends it is the same browser.
 */
@Component
class JustBegun {

    private static final int MOST = 10_000;

    private final Cache<Attempt, Begun> begun = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    /** Begins it, or gives what a twin of the request has begun. */
    Begun once(ApplicationId id, ApplicationKind kind, String email, Supplier<Begun> begin) {
        return begun.get(new Attempt(id, kind, email), _ -> begin.get());
    }

    private record Attempt(ApplicationId id, ApplicationKind kind, String email) {}
}
