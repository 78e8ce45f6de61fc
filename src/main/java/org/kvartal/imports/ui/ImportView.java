package org.kvartal.imports.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowList;
import org.kvartal.imports.ImportsPages;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.NotFound;
import org.kvartal.live.Rereading;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.RelativeTime;

/** One table that is brought in: how far it has come, what can be done, and its rows. The address says which rows. */
@Route(ImportsPages.IMPORT_ROUTE + "/:number([0-9]{1,18})")
@PermitAll
@StyleSheet("context://imports/imports.css")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 25;

    private final Desk desk;
    private final Rereading.Watch watch;
    private String title = "";

    ImportView(Desks desks) {
        desk = desks.set();
        watch = desk.rereading().watch(this);
        addClassNames("view", "import");
    }

    /** Which rows the address asks for. */
    private record Wanted(@Nullable RowState state, RowKey key) {

        static Wanted of(QueryParameters query) {
            RowState state = query.getSingleParameter("rows")
                    .flatMap(code -> Stream.of(RowState.values())
                            .filter(each -> Code.of(each).equals(code))
                            .findFirst())
                    .orElse(null);
            Optional<RowKey> before =
                    query.getSingleParameter("before").flatMap(Wanted::line).map(RowKey.Before::new);
            Optional<RowKey> after =
                    query.getSingleParameter("after").flatMap(Wanted::line).map(RowKey.After::new);
            return new Wanted(state, before.or(() -> after).orElse(new RowKey.After(0)));
        }

        private static Optional<Integer> line(String text) {
            return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }
    }

    /** What was read at once. */
    private record Seen(ImportCard card, RowList rows) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ImportCard known = event.getRouteParameters()
                .getLong("number")
                .flatMap(number -> desk.imports().find(desk.asker(), number))
                .orElseThrow(NotFound::new);
        ImportKind kind = desk.imports().kinds(desk.asker()).stream()
                .filter(each -> each.name().equals(known.kind()))
                .findFirst()
                .orElseThrow(NotFound::new);
        title = known.fileName();
        Wanted wanted = Wanted.of(event.getLocation().getQueryParameters());
        removeAll();
        Standing standing = new Standing(desk, kind, known.id());
        RowsPart rows = new RowsPart(desk, kind, wanted.state());
        add(heading(known, kind), standing, rows);
        // It listens before it reads: what happens meanwhile is heard.
        watch(event.getUI(), known, wanted, standing, rows);
        Seen seen = read(known.id(), wanted).orElseThrow(NotFound::new);
        standing.show(seen.card());
        rows.show(seen.card(), seen.rows());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static Span by(PersonChip person) {
        Span by = new Span(person);
        by.addClassName("import-by");
        return by;
    }

    private PageHeading heading(ImportCard card, ImportKind kind) {
        PageHeading heading =
                new PageHeading(card.fileName()).kicker(new Anchor(ImportsPages.IMPORT, desk.text("imports.title")));
        Div facts = new Div(new Span(desk.text(kind.texts())), new Span(desk.text("imports.rows", card.rows())));
        Optional.ofNullable(desk.people(List.of(card.by())).get(card.by())).ifPresent(by -> facts.add(by(by.get())));
        facts.add(new RelativeTime(card.takenAt(), desk.wording(), desk.reader()));
        if (card.encoding() == Encoding.WINDOWS_1251) {
            Span letters = new Span(desk.text("imports.windows-letters"));
            letters.setTitle(desk.text("imports.windows-letters-about"));
            facts.add(letters);
        }
        facts.addClassName("meta");
        heading.add(facts);
        return heading;
    }

    /** While the house is at work its progress is shown as it goes on; rows follow when it rests. */
    private void watch(UI ui, ImportCard known, Wanted wanted, Standing standing, RowsPart rows) {
        watch.on(
                Imports.topic(known.id()),
                () -> read(known.id(), wanted),
                seen -> seen.ifPresentOrElse(news -> show(ui, news, standing, rows), () -> gone(ui)));
    }

    private Optional<Seen> read(ImportId id, Wanted wanted) {
        return desk.imports().find(desk.asker(), id).map(card -> new Seen(card, rows(card, wanted)));
    }

    /** Rows that are being worked on would change under the reader's eyes. */
    private RowList rows(ImportCard card, Wanted wanted) {
        if (card.state().atWork()) {
            return RowList.NONE;
        }
        List<RowState> states = wanted.state() == null ? List.of() : List.of(wanted.state());
        return desk.imports().rows(desk.asker(), card.id(), states, wanted.key(), PAGE);
    }

    private void show(UI ui, Seen seen, Standing standing, RowsPart rows) {
        boolean wasAtWork = standing.isAtWork();
        standing.show(seen.card());
        if (!seen.card().state().atWork()) {
            rows.show(seen.card(), seen.rows());
            if (wasAtWork) {
                Notices.whisper(ui, desk.text("imports.finished"));
            }
        }
    }

    private void gone(UI ui) {
        watch.end();
        ui.navigate(ImportsPages.IMPORT_ROUTE);
    }
}
