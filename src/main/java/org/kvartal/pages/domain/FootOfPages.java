package org.kvartal.pages.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.kvartal.kernel.AfterCommit;
import org.kvartal.kernel.Code;
import org.kvartal.live.Live;
import org.kvartal.live.Live.Listening;
import org.kvartal.live.LiveTopic;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.StandingPage;
import org.kvartal.site.FootLinks;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links to what is there of news and standing pages, in memory: every public page asks for them. Each node reads them anew when somebody has written. */
@Component
class FootOfPages implements FootLinks, SmartLifecycle {

    private static final LiveTopic TOPIC = new LiveTopic("pages", new UUID(0, 1));
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Live live;
    private final JdbcClient jdbc;
    private volatile List<FootLink> links = List.of();
    private volatile Listening listening = () -> {};
    private volatile boolean running;

    FootOfPages(Live live, JdbcClient jdbc) {
        this.live = live;
        this.jdbc = jdbc;
    }

    @Override
    public List<FootLink> links() {
        return links;
    }

    /** In the transaction of whoever has written: holds on this node with the commit, and on others when they hear of it. */
    void changed() {
        live.changed(TOPIC);
        AfterCommit.run(this::readAgain);
    }

    /** One at a time: of two readings the later one stays. */
    private synchronized void readAgain() {
        List<FootLink> found = new ArrayList<>();
        if (jdbc.sql("SELECT EXISTS (SELECT FROM news WHERE state = 'PUBLISHED')")
                .query(Boolean.class)
                .single()) {
            found.add(new FootLink(PagesPaths.NEWS, "pages.news.title"));
        }
        List<String> written = jdbc.sql("SELECT page FROM standing_page WHERE text IS NOT NULL")
                .query((row, _) -> row.getString("page"))
                .list();
        for (StandingPage page : StandingPage.values()) {
            if (written.contains(page.name())) {
                found.add(new FootLink(page.path(), "pages.page." + Code.of(page)));
            }
        }
        links = List.copyOf(found);
    }

    @Override
    public void start() {
        // A thread of its own: the wire must not wait for the database.
        listening = live.onChange(TOPIC, () -> Thread.ofVirtual().name("foot").start(this::readUntilRead));
        running = true;
        readAgain();
    }

    /** Nobody would tell it once more. */
    private void readUntilRead() {
        boolean read = false;
        while (!read && running) {
            try {
                readAgain();
                read = true;
            } catch (DataAccessException away) {
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        listening.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the wire, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }
}
