package org.kvartal.live;

import java.util.UUID;

/**
 * What somebody may watch: a thread, later a session or an inbox. It names the thing and never holds its content.
 *
 * @param kind a short lower-case word of the module that owns the thing
 * @param id the thing
 */
public record LiveTopic(String kind, UUID id) {

    public LiveTopic {
        if (!kind.matches("[a-z]{1,20}")) {
            throw new IllegalArgumentException("not a kind of topic: " + kind);
        }
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
