package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells what the house says about itself, and its news, from {@code demo/pages.yaml}. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class PagesTelling {

    private final StandingPages standing;
    private final NewsDesk news;
    private final Files files;

    PagesTelling(StandingPages standing, NewsDesk news, Files files) {
        this.standing = standing;
        this.news = news;
        this.files = files;
    }

    void tell(StoryIds ids) {
        Map<String, Object> told = StoryFiles.file("pages.yaml");
        StoryFiles.map(told.get("standing"))
                .forEach((page, text) -> tell(StandingPage.valueOf(page.toUpperCase(Locale.ROOT)), text));
        LocalDate today = LocalDate.ofInstant(ids.begun(), Story.ZONE);
        StoryFiles.items(told.get("news")).forEach(piece -> tell(piece, today, ids));
    }

    private void tell(StandingPage page, Object text) {
        if (standing.look(Demonstration.HOUSE, page).version() == 0) {
            standing.write(Demonstration.HOUSE, page, 0, StoryFiles.localized(text));
        }
    }

    private void tell(Map<String, Object> piece, LocalDate today, StoryIds ids) {
        Asker by = Asker.of(ids.person(StoryFiles.text(piece, "by")));
        NewsId id = new NewsId(ids.settled("news " + StoryFiles.text(piece, "key")));
        if (news.look(by, id).isEmpty()) {
            news.begin(
                    by,
                    id,
                    new NewsContent(
                            StoryFiles.localized(piece.get("title")),
                            StoryFiles.localized(piece.get("text")),
                            picture(by, piece, id),
                            today.plusDays(Objects.requireNonNull(StoryFiles.number(piece, "day")))));
        }
        NewsDraft draft = news.look(by, id).orElseThrow();
        if (draft.state() == NewsState.DRAFT) {
            news.publish(by, id, draft.version());
        }
    }

    /** The one that an earlier start has brought, where it ended before the piece was kept. */
    private Picture picture(Asker by, Map<String, Object> piece, NewsId id) {
        String name = StoryFiles.text(piece, "picture");
        FileOwner owner = news.attach(by, id);
        List<StoredFile> standing = files.of(owner);
        if (!standing.isEmpty()) {
            return new Picture(standing.getFirst().id(), StoryFiles.localized(piece.get("shows")));
        }
        try (InputStream content = StoryFiles.picture(name)) {
            return new Picture(
                    files.storePicture(by, owner, name, content).id(), StoryFiles.localized(piece.get("shows")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
