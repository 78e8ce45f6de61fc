package org.kvartal.forum.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.Room.RoomItem;
import org.kvartal.forum.RoomFeed;
import org.kvartal.forum.RoomFeed.RoomPage;

/** What the room looks back at, as a phone and the wall show it: read when the room turns to it, and not with each hand that is raised meanwhile. */
final class SeenBack {

    private final RoomFeed feed;
    private final Words words;
    private @Nullable String about;
    private @Nullable LookBack seen;

    SeenBack(RoomFeed feed, Words words) {
        this.feed = feed;
        this.words = words;
    }

    /** Null where the room speaks of something else. */
    @Nullable LookBack of(RoomPage page) {
        RoomItem current = page.current();
        String now = current == null ? null : current.about();
        if (!Objects.equals(now, about)) {
            about = now;
            seen = now == null
                    ? null
                    : feed.lookBack(words.asker(), page.session().id(), words.language())
                            .orElse(null);
        }
        return seen;
    }
}
