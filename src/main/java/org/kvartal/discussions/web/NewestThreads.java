package org.kvartal.discussions.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.ThreadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.site.FrontPagePart;
import org.kvartal.site.When;
import org.springframework.stereotype.Component;

/** The newest public threads on the front page. */
@Component
class NewestThreads implements FrontPagePart {

    private static final int ROWS = 8;

    private final Threads threads;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    NewestThreads(Threads threads, Messages messages, Wording wording, House house) {
        this.threads = threads;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String version() {
        return version(threads.newest(Asker.guest(), null, null, ROWS).rows());
    }

    /** Changes also where something leaves: a thread that is no longer public, a last post that was reworded or taken away. */
    static String version(List<ThreadRow> rows) {
        return rows.stream()
                .map(row -> row.number() + ":" + row.posts() + ":"
                        + row.lastPostAt().toEpochMilli() + ":" + row.excerpt().hashCode() + ":" + row.need())
                .collect(Collectors.joining(","));
    }

    @Override
    public String fragment() {
        return "discussions/front :: newest";
    }

    @Override
    public Map<String, Object> model(Language language) {
        return Map.of(
                "discussionsNewest",
                threads.newest(Asker.guest(), null, null, ROWS).rows(),
                "discussionsWhen",
                new When(wording, language, house.zone()),
                "discussionsForWhom",
                new ForWhom.Words(messages, language));
    }
}
