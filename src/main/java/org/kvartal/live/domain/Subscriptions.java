package org.kvartal.live.domain;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.kvartal.live.Live.Listening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who on this node listens to which topic. */
class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private final Map<String, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    Listening add(String topic, Consumer<String> listener) {
        // An own object per listening: the same callback may listen twice.
        Consumer<String> own = word -> listener.accept(word);
        listeners.compute(topic, (_, known) -> {
            Set<Consumer<String>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(own);
            return all;
        });
        return () -> listeners.computeIfPresent(topic, (_, known) -> {
            known.remove(own);
            return known.isEmpty() ? null : known;
        });
    }

    void tell(String topic, String word) {
        Set<Consumer<String>> interested = listeners.get(topic);
        if (interested == null) {
            return;
        }
        for (Consumer<String> listener : interested) {
            try {
                listener.accept(word);
            } catch (RuntimeException broken) {
                // One page that fails must not keep the news from the others.
                log.warn("A listener on {} failed", topic, broken);
            }
        }
    }
}
