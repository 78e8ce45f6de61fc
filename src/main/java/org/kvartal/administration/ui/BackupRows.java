package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.BackupTrouble;
import org.kvartal.administration.Backups;
import org.kvartal.administration.KeptBackup;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ReaderWords;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** All attempts, newest first. */
class BackupRows extends Section {

    private static final int PAGE = 20;

    private final Backups backups;
    private final ReaderWords words;
    private final OrderedList list = new OrderedList();
    private final OrderedList olderList = new OrderedList();
    private final Div foot = new Div();
    private @Nullable UUID next;

    BackupRows(Backups backups, ReaderWords words) {
        this.backups = backups;
        this.words = words;
        H2 title = new H2(words.text("administration.backups.all"));
        title.setId("backups-all");
        getElement().setAttribute("aria-labelledby", "backups-all");
        list.addClassName("rows");
        olderList.addClassName("rows");
        foot.addClassName("older");
        add(title, list, olderList, foot);
    }

    /** One more than is shown says whether there are older ones. */
    record Newest(List<KeptBackup> backups, boolean more) {}

    Newest read() {
        return page(null);
    }

    private Newest page(@Nullable UUID before) {
        List<KeptBackup> read = backups.newest(words.asker(), before, PAGE + 1);
        return new Newest(read.size() > PAGE ? read.subList(0, PAGE) : read, read.size() > PAGE);
    }

    /** What was unfolded below goes with it: the newest may have pushed some of it there. */
    void show(Newest newest) {
        setVisible(!newest.backups().isEmpty());
        list.removeAll();
        olderList.removeAll();
        list.add(rows(newest));
        goOn(newest);
    }

    private void older() {
        Newest more = page(next);
        olderList.add(rows(more));
        goOn(more);
        int came = more.backups().size();
        getUI().ifPresent(ui -> Notices.whisper(ui, words.text("administration.backups.older-came", came)));
    }

    private void goOn(Newest page) {
        foot.removeAll();
        if (page.more()) {
            next = page.backups().getLast().id();
            foot.add(new Button(words.text("administration.backups.older"), _ -> older()));
        }
    }

    private List<Component> rows(Newest page) {
        return page.backups().stream().map(each -> (Component) row(each)).toList();
    }

    private ListItem row(KeptBackup each) {
        Span title = new Span(words.when(each.begunAt()));
        title.addClassName("row-title");
        Div meta = new Div(new Span(words.of("backups.reason", each.reason())));
        meta.addClassNames("row-meta", "meta");
        if (each.failure() != null) {
            meta.add(new Span(words.of("backups.trouble", BackupTrouble.of(each.failure()))));
            Span detail = new Span(each.failure());
            detail.getElement().setAttribute("lang", "en");
            detail.getElement().setAttribute("translate", "no");
            meta.add(detail);
        }
        if (each.isVerified()) {
            meta.add(new Span(words.size(each.size())));
            meta.add(new Span(words.text("administration.backups.holds", each.rows(), each.files())));
            Span file = new Span(each.file());
            file.getElement().setAttribute("translate", "no");
            meta.add(file);
            if (each.lostFiles() > 0) {
                meta.add(new Span(words.text("administration.backups.lost", each.lostFiles())));
            }
        }
        Div end = new Div(badge(each));
        end.addClassName("row-end");
        ListItem row = new ListItem(title, meta, end);
        row.addClassName("row");
        return row;
    }

    private StatusBadge badge(KeptBackup each) {
        if (each.isUnderWay()) {
            return new StatusBadge(Status.WAITING, words.text("administration.backups.state.under-way"));
        }
        if (each.failure() != null) {
            return new StatusBadge(Status.LATE, words.text("administration.backups.state.failed"));
        }
        return each.pruned()
                ? new StatusBadge(Status.PLAIN, words.text("administration.backups.state.pruned"))
                : new StatusBadge(Status.DONE, words.text("administration.backups.state.kept"));
    }
}
