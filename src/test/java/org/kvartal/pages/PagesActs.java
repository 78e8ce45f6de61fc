package org.kvartal.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done with pages and news, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class PagesActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");

    private final StandingPages standing;
    private final NewsDesk desk;
    private final PublishedNews news;

    PagesActs(StandingPages standing, NewsDesk desk, PublishedNews news) {
        this.standing = standing;
        this.desk = desk;
        this.news = news;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("read a published piece of news", _ -> {
            var _ = news.find(published().number()).orElseThrow(NotFound::new);
        });
        acts.put("read a page of the house", _ -> {
            write(HOUSE, StandingPage.ABOUT);
            var _ = standing.find(StandingPage.ABOUT).orElseThrow(NotFound::new);
        });
        acts.put("see a draft of a piece of news", by -> {
            var _ = desk.look(by, draft().id()).orElseThrow(NotFound::new);
        });
        acts.put("list the news with their drafts", by -> {
            draft();
            if (desk.all(by, null, 10).isEmpty()) {
                throw new NotFound();
            }
        });
        acts.put("begin a piece of news", by -> desk.begin(by, NewsId.next(), content()));
        acts.put("change a piece of news", by -> {
            NewsDraft piece = published();
            desk.change(by, piece.id(), piece.version(), content());
        });
        acts.put("publish a piece of news", by -> {
            NewsDraft piece = draft();
            desk.publish(by, piece.id(), piece.version());
        });
        acts.put("withdraw a piece of news", by -> {
            NewsDraft piece = published();
            desk.withdraw(by, piece.id(), piece.version(), "It was wrong.");
        });
        acts.put("choose a picture for a piece of news", by -> {
            var _ = desk.attach(by, NewsId.next());
        });
        acts.put("see the pages of the house as they are written", by -> {
            if (standing.all(by).isEmpty()) {
                throw new NotFound();
            }
        });
        acts.put("open a page of the house to write it", by -> {
            var _ = standing.look(by, StandingPage.PRIVACY);
        });
        acts.put("write a page of the house", by -> write(by, StandingPage.CONTACTS));
        acts.put("take a page of the house away", by -> {
            write(HOUSE, StandingPage.CONTACTS);
            standing.write(by, StandingPage.CONTACTS, version(StandingPage.CONTACTS), null);
        });
        return acts;
    }

    /** What only those who write news see. */
    public NewsDraft draft() {
        NewsId id = NewsId.next();
        desk.begin(HOUSE, id, content());
        return desk.look(HOUSE, id).orElseThrow();
    }

    /** What everybody reads. */
    public NewsDraft published() {
        NewsDraft draft = draft();
        desk.publish(HOUSE, draft.id(), draft.version());
        return desk.look(HOUSE, draft.id()).orElseThrow();
    }

    private void write(Asker by, StandingPage page) {
        standing.write(by, page, version(page), LocalizedText.of(Language.EN, "We are here."));
    }

    private long version(StandingPage page) {
        return standing.look(HOUSE, page).version();
    }

    private static NewsContent content() {
        return new NewsContent(
                LocalizedText.of(Language.EN, "The hall is open"),
                LocalizedText.of(Language.EN, "Every Thursday."),
                null,
                null);
    }
}
