package org.kvartal.notifications.domain;

import java.time.Instant;
import java.util.UUID;
import org.kvartal.notifications.Inbox.ListKey;

/** A notice as it is kept: whose words it has and what about, but not the words. */
record StoredNotice(UUID id, String kind, UUID subject, Instant toldAt, boolean unread) {

    ListKey key() {
        return new ListKey(toldAt, id);
    }
}
