package org.kvartal.administration.domain;

import java.util.UUID;
import org.kvartal.kernel.HouseBook;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.kvartal.live.Remembered;
import org.springframework.stereotype.Component;

/** Lets this node know what was changed about the house on another. */
@Component
class HouseNews extends Remembered {

    static final LiveTopic TOPIC = new LiveTopic("house", new UUID(0, 1));

    private final HouseBook book;

    HouseNews(Live live, HouseBook book) {
        super(live, TOPIC);
        this.book = book;
    }

    @Override
    protected void read() {
        book.readAgain();
    }
}
