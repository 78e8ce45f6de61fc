package org.kvartal.pages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsDesk.NewsLine;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.PagesPaths;
import org.kvartal.pages.StandingPages;
import org.kvartal.pages.StandingPages.PageLine;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What the house tells everybody: its standing pages, and its news from the newest on. */
@Route(PagesPaths.DESK_ROUTE)
@RolesAllowed({"OFFICER", "ADMINISTRATOR"})
@StyleSheet("context://pages/pages.css")
class PagesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS = 30;

    private final StandingPages standing;
    private final NewsDesk news;
    private final House house;
    private final PageWords words;
    private final UnorderedList rows = new UnorderedList();
    private final Button older;
    private @Nullable Long last;

    PagesView(
            StandingPages standing,
            NewsDesk news,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.standing = standing;
        this.news = news;
        this.house = house;
        this.words = new PageWords(messages, wording, currentReader.get());
        addClassName("view");
        rows.addClassName("rows");
        older = new Button(words.text("pages.desk.older"), _ -> more());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PageLine> pages = standing.all(words.asker());
        removeAll();
        rows.removeAll();
        last = null;
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows", "standing");
        pages.forEach(page -> list.add(row(page)));
        more();
        Div foot = new Div(older);
        foot.addClassName("older");
        Anchor write = new Anchor(PagesPaths.piece(NewsId.next()) + "/" + NewsEditView.EDIT);
        write.add(Icon.PLUS.create(), new Span(words.text("pages.desk.write")));
        write.addClassNames("button", "main");
        boolean none = rows.getChildren().findAny().isEmpty();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, words.text("shell.admin"))
                        .lead(words.text("pages.desk.lead"))
                        .acts(write),
                part(words.text("pages.desk.standing"), list),
                none
                        ? part(
                                words.text("pages.news.title"),
                                new EmptyState(words.text("pages.desk.none-title"), words.text("pages.desk.none-text")))
                        : part(words.text("pages.news.title"), rows, foot));
    }

    @Override
    public String getPageTitle() {
        return words.text("pages.desk.title");
    }

    private void more() {
        List<NewsLine> lines = news.all(words.asker(), last, ROWS + 1);
        lines.stream().limit(ROWS).forEach(line -> {
            rows.add(row(line));
            last = line.number();
        });
        older.setVisible(lines.size() > ROWS);
    }

    private static Section part(String title, Component... inside) {
        Section part = new Section(new Header(new H2(title)));
        part.addClassName("desk-part");
        part.add(inside);
        return part;
    }

    private ListItem row(PageLine page) {
        Div meta = meta();
        LocalizedText text = page.text();
        if (text == null) {
            meta.add(new StatusBadge(Status.PLAIN, words.text("pages.desk.unwritten")));
        } else {
            meta.add(languages(text));
        }
        if (page.changed() != null) {
            meta.add(who(page.by()), new RelativeTime(page.changed(), words.wording(), words.reader()));
        }
        ListItem row = row(StandingEditView.path(page.page()), new Span(words.of("page", page.page())), meta);
        if (text != null) {
            row.add(end(page.page().path(), words.text("pages.desk.look-of", words.of("page", page.page()))));
        }
        return row;
    }

    private ListItem row(NewsLine line) {
        Div meta = meta();
        meta.add(words.state(line.state()));
        if (line.day() != null) {
            meta.add(new Span(words.day(line.day())));
        }
        meta.add(languages(line.title()), who(line.by()));
        return row(PagesPaths.piece(line.id()), words.shown(line.title()), meta);
    }

    private static Div meta() {
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        return meta;
    }

    private static ListItem row(String path, Span words, Div meta) {
        Anchor link = new Anchor(path);
        link.add(words);
        H3 title = new H3(link);
        title.addClassName("row-title");
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        return row;
    }

    private Div end(String path, String label) {
        Anchor look = new Anchor("/" + words.language().code() + path, words.text("pages.desk.look"));
        look.setRouterIgnore(true);
        look.getElement().setAttribute("aria-label", label);
        Div end = new Div(look);
        end.addClassName("row-end");
        return end;
    }

    /** In which of the house's languages it stands, and in which not yet. */
    private Span languages(LocalizedText text) {
        Span languages = new Span();
        languages.addClassName("written-languages");
        for (Language language : house.languages()) {
            if (text.texts().containsKey(language)) {
                Span written = new Span(language.ownName());
                written.getElement().setAttribute("lang", language.code());
                languages.add(written);
            }
        }
        for (Language language : house.languages()) {
            if (!text.texts().containsKey(language)) {
                Span lacking = new Span(words.text("pages.desk.lacking", language.ownName()));
                lacking.addClassName("lacking");
                languages.add(lacking);
            }
        }
        return languages;
    }

    private Span who(@Nullable PersonCard by) {
        return new Span(by == null ? house.name() : by.name());
    }
}
