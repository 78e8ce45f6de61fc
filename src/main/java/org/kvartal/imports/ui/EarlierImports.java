package org.kvartal.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.ImportList;
import org.kvartal.imports.ImportsPages;
import org.kvartal.imports.RowState;
import org.kvartal.imports.domain.LiveTopics;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Rereading;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** What was brought in before, newest first. The newest ones change by themselves. */
class EarlierImports extends Section {

    private static final int PAGE = 20;

    private final Desk desk;
    private final Map<String, ImportKind> kinds;
    private final OrderedList list = new OrderedList();
    private final OrderedList olderList = new OrderedList();
    private final Div foot = new Div();
    private @Nullable Long next;
    private final Rereading.Watch watch;

    EarlierImports(Desk desk, List<ImportKind> kinds) {
        this.desk = desk;
        this.watch = desk.rereading().watch(this);
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, kind -> kind));
        H2 title = new H2(desk.text("imports.earlier"));
        title.setId("imports-earlier");
        getElement().setAttribute("aria-labelledby", "imports-earlier");
        addClassName("import-earlier");
        list.addClassName("rows");
        olderList.addClassName("rows");
        foot.addClassName("older");
        add(title, list, olderList, foot);
    }

    /** It listens before it reads: what happens meanwhile is heard. */
    @Override
    protected void onAttach(AttachEvent attached) {
        watch.on(LiveTopics.ALL, () -> read(null), this::show);
        Page newest = read(null);
        next = newest.list().next();
        show(newest);
        footer();
    }

    /** Imports, and chips of those who handed them over. */
    private record Page(ImportList list, Map<PersonId, Supplier<PersonChip>> people) {}

    private Page read(@Nullable Long before) {
        ImportList imports = desk.imports().list(desk.asker(), before, PAGE);
        return new Page(
                imports,
                desk.people(imports.imports().stream().map(ImportCard::by).toList()));
    }

    private void show(Page newest) {
        setVisible(!newest.list().imports().isEmpty());
        list.removeAll();
        list.add(rows(newest));
    }

    private void footer() {
        foot.removeAll();
        if (next != null) {
            foot.add(new Button(desk.text("imports.older"), _ -> older()));
        }
    }

    private void older() {
        Page more = read(next);
        next = more.list().next();
        olderList.add(rows(more));
        footer();
        int came = more.list().imports().size();
        getUI().ifPresent(ui -> Notices.whisper(ui, desk.text("imports.older-came", came)));
    }

    private List<Component> rows(Page page) {
        return page.list().imports().stream()
                .map(each -> (Component) row(each, page.people().get(each.by())))
                .toList();
    }

    private ListItem row(ImportCard each, @Nullable Supplier<PersonChip> by) {
        Anchor link = new Anchor(ImportsPages.one(each.number()), each.fileName());
        Span title = new Span(link);
        title.addClassName("row-title");
        Div meta = new Div();
        meta.addClassNames("row-meta", "meta");
        ImportKind kind = kinds.get(each.kind());
        if (kind != null) {
            meta.add(new Span(desk.text(kind.texts())));
        }
        meta.add(new Span(rows(each)));
        // A chip alone would break the line of dots between facts.
        if (by != null) {
            Span person = new Span(by.get());
            person.addClassName("import-by");
            meta.add(person);
        }
        meta.add(new RelativeTime(each.takenAt(), desk.wording(), desk.reader()));
        Div end = new Div(badge(each));
        end.addClassName("row-end");
        ListItem row = new ListItem(title, meta, end);
        row.addClassName("row");
        return row;
    }

    private StatusBadge badge(ImportCard each) {
        return each.state() == ImportState.CHECKED && each.count(RowState.NEW) == 0
                ? new StatusBadge(Status.PLAIN, desk.text("imports.state.nothing-new"))
                : States.badge(each.state(), desk.text("imports.state." + Code.of(each.state())));
    }

    private String rows(ImportCard each) {
        int in = each.count(RowState.MADE) + each.count(RowState.KEPT);
        if (in > 0) {
            return desk.text("imports.rows-in", in);
        }
        int back = each.count(RowState.TAKEN_BACK);
        return back > 0 ? desk.text("imports.rows-back", back) : desk.text("imports.rows", each.rows());
    }
}
