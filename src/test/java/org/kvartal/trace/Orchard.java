package org.kvartal.trace;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Things to lead trails through: seeds, trees and fruit. */
@TestConfiguration(proxyBeanMethods = false)
class Orchard {

    private static final Instant SPRING = Instant.parse("2026-03-01T08:00:00Z");

    private final Map<TraceNode, TraceCard> cards = new ConcurrentHashMap<>();
    private final Set<TraceNode> walled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    /** A new thing, so many days after the beginning of spring. */
    TraceNode grow(String kind, String name, int days) {
        TraceNode node = new TraceNode(kind, Ids.next());
        cards.put(
                node,
                new TraceCard(
                        name, Language.EN, null, null, SPRING.plusSeconds(86_400L * days), "/" + name, "/app/" + name));
        return node;
    }

    /** Lets nobody but the house know of a thing. */
    void wall(TraceNode node) {
        walled.add(node);
    }

    /** How often it was asked for cards since the last time. */
    int asked() {
        return asked.getAndSet(0);
    }

    @Bean
    TraceSubject seeds() {
        return new Kind("seed");
    }

    @Bean
    TraceSubject trees() {
        return new Kind("tree");
    }

    @Bean
    TraceSubject fruit() {
        return new Kind("fruit");
    }

    private final class Kind implements TraceSubject {

        private final String kind;

        Kind(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Map<UUID, TraceCard> cards(Asker asker, Collection<UUID> ids, Language language) {
            asked.incrementAndGet();
            if (new HashSet<>(ids).size() != ids.size()) {
                throw new AssertionError("asked twice for one thing");
            }
            Map<UUID, TraceCard> seen = new HashMap<>();
            for (UUID id : ids) {
                TraceNode node = new TraceNode(kind, id);
                TraceCard card = cards.get(node);
                if (card != null && (asker instanceof Asker.House || !walled.contains(node))) {
                    seen.put(id, card);
                }
            }
            return seen;
        }
    }
}
