package org.kvartal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Kind;
import org.kvartal.search.SearchPages;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;

/** What is found in the whole house; the address holds the whole question. */
@Route(SearchPages.SEARCH)
@PermitAll
@StyleSheet("context://search/search.css")
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;

    private final Search search;
    private final Wording wording;
    private final Reader reader;
    private final Clock clock;
    private final UnorderedList hits = new UnorderedList();
    private final Button more = new Button();
    private final Div older = new Div(more);
    private Wish wish = new Wish("", null, Wish.Age.ANY, null, Search.Order.BEST);
    private @Nullable String next;

    SearchView(Search search, Wording wording, CurrentReader currentReader, Clock clock) {
        this.search = search;
        this.wording = wording;
        this.reader = currentReader.get();
        this.clock = clock;
        addClassNames("view", "search");
        hits.addClassName("rows");
        more.setText(getTranslation("search.more"));
        more.addClickListener(_ -> showMore());
        older.addClassName("older");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Kind> kinds = search.kinds();
        wish = Wish.of(event.getLocation().getQueryParameters(), kinds);
        removeAll();
        hits.removeAll();
        SearchBox box = new SearchBox(getTranslation("search.box.here"))
                .holding(wish.words())
                .keeping(wish.kept());
        box.addClassName("search-page");
        add(new PageHeading(getTranslation("search.title")), box);
        if (wish.words().isBlank()) {
            next = null;
            add(new EmptyState(getTranslation("search.empty"), getTranslation("search.empty-text")));
            return;
        }
        Found found = search.find(
                reader.asker(), wish.question(clock.instant(), reader.zone()), reader.language(), null, PAGE);
        add(new WishPart(wish, kinds));
        if (found.hits().isEmpty() && found.next() == null) {
            next = null;
            add(nothing());
            return;
        }
        if (found.resembling()) {
            Paragraph note = new Paragraph(getTranslation("search.resembling", shortened()));
            note.addClassName("list-note");
            add(note);
        }
        add(hits, older);
        show(found);
    }

    @Override
    public String getPageTitle() {
        return wish.words().isBlank() ? getTranslation("search.title") : getTranslation("search.title-of", shortened());
    }

    /** Whatever was typed, a title stays a line. */
    private String shortened() {
        String words = wish.words().strip();
        return words.codePointCount(0, words.length()) <= 60
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 60)) + "…";
    }

    private void show(Found found) {
        found.hits().forEach(hit -> hits.add(new HitRow(hit, wording, reader)));
        next = found.next();
        older.setVisible(next != null);
    }

    private void showMore() {
        if (next == null) {
            return;
        }
        Found found = search.find(
                reader.asker(), wish.question(clock.instant(), reader.zone()), reader.language(), next, PAGE);
        show(found);
        getUI().ifPresent(ui ->
                Notices.whisper(ui, getTranslation("search.came", found.hits().size())));
    }

    private Component nothing() {
        EmptyState nothing = new EmptyState(
                getTranslation("search.nothing", shortened()),
                getTranslation(wish.isNarrow() ? "search.nothing-narrow" : "search.nothing-text"));
        if (!wish.isNarrow()) {
            return nothing;
        }
        Anchor wide = new Anchor(wish.wide().path(), getTranslation("search.everywhere"));
        wide.addClassName("button");
        return nothing.offer(wide);
    }
}
