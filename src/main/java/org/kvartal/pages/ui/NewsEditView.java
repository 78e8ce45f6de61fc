package org.kvartal.pages.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.Files;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsDraft;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.NewsState;
import org.kvartal.pages.PagesPaths;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;

/** Where a piece of news is written. The address holds its id before there is one, so that the same form twice is the same piece. */
@Route(PagesPaths.PIECE_ROUTE + "/:news/" + NewsEditView.EDIT)
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://pages/pages.css")
class NewsEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String EDIT = "edit";

    private static final int HEIGHT = 12;

    private final NewsDesk news;
    private final Files files;
    private final PageWords words;
    private final NewerPart newer;
    private NewsId id = NewsId.next();
    private @Nullable Long version;

    NewsEditView(NewsDesk news, Files files, Messages messages, Wording wording, CurrentReader currentReader) {
        this.news = news;
        this.files = files;
        this.words = new PageWords(messages, wording, currentReader.get());
        this.newer = new NewerPart(words, this::open);
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = NewsView.id(event);
        open();
    }

    @Override
    public String getPageTitle() {
        return words.text(version == null ? "pages.form.new" : "pages.form.change");
    }

    private void open() {
        NewsDraft now = news.look(words.asker(), id).orElse(null);
        NewsContent content = now == null ? null : now.content();
        version = now == null ? null : now.version();
        newer.clear();
        PagesSheet sheet = new PagesSheet(
                words,
                "news",
                now == null || now.state() == NewsState.DRAFT ? "pages.form.save-draft" : "pages.form.save");
        LocalizedField title = sheet.title("title", "pages.form.title", true, content == null ? null : content.title());
        LocalizedField text = sheet.text(
                        "text", "pages.form.text", HEIGHT, true, content == null ? null : content.text())
                .hint(words.text("pages.form.markdown"))
                .following(title);
        NewsPicturePart picture = new NewsPicturePart(
                words,
                news,
                files,
                id,
                sheet.kept(
                        LocalizedField.line("picture.text", words.text("pages.form.picture-text"), words.language())));
        picture.show(content == null ? null : content.picture());
        sheet.group(picture);
        DayField day = sheet.day("day", "pages.form.day", content == null ? null : content.day(), false);
        day.setHelperText(words.text("pages.form.day-hint"));
        sheet.doing(() -> save(new NewsContent(title.text(), written(title, text), picture.picture(), day.getValue())));
        sheet.ready().onSent(() -> leave("pages.form.saved"));
        sheet.onLeft(() -> UI.getCurrent().navigate(now == null ? PagesPaths.DESK_ROUTE : route()));
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(
                                now == null ? PagesPaths.DESK : PagesPaths.piece(id),
                                now == null
                                        ? words.text("pages.desk.title")
                                        : words.name(now.content().title())),
                newer,
                sheet);
        sheet.focus();
    }

    /** The text begins in the language of the title; where it has none there, what it has is kept, and the desk says what is missing. */
    private static LocalizedText written(LocalizedField title, LocalizedField text) {
        LocalizedText typed = text.text();
        return typed.texts().containsKey(title.text().source())
                ? new LocalizedText(title.text().source(), typed.texts())
                : typed;
    }

    private void save(NewsContent content) {
        try {
            if (version == null) {
                news.begin(words.asker(), id, content);
            } else {
                news.change(words.asker(), id, version, content);
            }
        } catch (Refused refused) {
            news.look(words.asker(), id)
                    .filter(now -> version == null || now.version() != version)
                    .ifPresent(this::show);
            throw refused;
        }
    }

    private void show(NewsDraft now) {
        version = now.version();
        NewsContent.Picture picture = now.content().picture();
        newer.show(
                null,
                AsRead.piece(
                        now.content(),
                        picture == null
                                ? null
                                : files.addresses(Set.of(picture.file()), words.asker())
                                        .get(picture.file())));
    }

    private void leave(String done) {
        Notices.done(words.text(done));
        UI.getCurrent().navigate(route());
    }

    private String route() {
        return PagesPaths.PIECE_ROUTE + "/" + id;
    }
}
