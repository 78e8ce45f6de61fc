package org.kvartal.discussions.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.PostAction;
import org.kvartal.discussions.PostActionOffer;
import org.kvartal.kernel.Asker;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Modules above, which let people do something with threads and posts while a test wants them to. */
@TestConfiguration(proxyBeanMethods = false)
class OtherModules {

    private @Nullable Asker chosen;

    /** @param somebody who may do everything, null where the modules are not there */
    void actFor(@Nullable Asker somebody) {
        chosen = somebody;
    }

    /** For everybody, with threads and posts. */
    @Bean
    @Order(2)
    PostAction cite() {
        return (_, spot) -> Optional.of(new PostActionOffer(
                        "discussions.app.thread.copy",
                        "/app/cite/" + spot.number() + (spot.post() == null ? "" : "/post")))
                .filter(_ -> chosen != null);
    }

    /** For one alone, with posts alone. */
    @Bean
    @Order(1)
    PostAction first() {
        return (asker, spot) -> Optional.of(new PostActionOffer("discussions.app.thread.quote", "/app/first"))
                .filter(_ -> asker.equals(chosen) && spot.post() != null);
    }
}
