package org.kvartal.pages.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kvartal.kernel.Code;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.kvartal.live.Remembered;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.StandingPage;
import org.kvartal.site.FootLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links to what is there of news and standing pages, in memory: every public page asks for them. Each node reads them anew when somebody has written. */
@Component
class FootOfPages extends Remembered implements FootLinks {

    private static final LiveTopic TOPIC = new LiveTopic("pages", new UUID(0, 1));

    private final JdbcClient jdbc;
    private volatile List<FootLink> links = List.of();

    FootOfPages(Live live, JdbcClient jdbc) {
        super(live, TOPIC);
        this.jdbc = jdbc;
    }

    @Override
    public List<FootLink> links() {
        return links;
    }

    @Override
    protected void read() {
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
}
