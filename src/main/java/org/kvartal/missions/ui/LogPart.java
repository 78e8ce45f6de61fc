package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Language;
import org.kvartal.missions.LogState;
import org.kvartal.missions.ProjectLog;
import org.kvartal.missions.ProjectLog.LogContent;
import org.kvartal.missions.ProjectLog.LogKey;
import org.kvartal.missions.ProjectLog.LogLine;
import org.kvartal.missions.ProjectLog.LogList;
import org.kvartal.missions.Projects.ProjectPage;

/** The log of a project as a diary, the newest meeting first; what is being written stays while the rows are shown anew. */
class LogPart extends Section {

    static final int SHOWN = 20;

    private final ProjectLog log;
    private final LogActs acts;
    private final Words words;
    private final Runnable again;
    private final Div head = new Div();
    private final Div place = new Div();
    private final OrderedList rows = new OrderedList();
    private final Div older = new Div();
    private final Paragraph none = new Paragraph();

    LogPart(ProjectLog log, LogActs acts, Words words, Runnable again) {
        this.log = log;
        this.acts = acts;
        this.words = words;
        this.again = again;
        addClassNames("part", "diary");
        head.addClassName("between");
        place.addClassName("asking");
        rows.addClassName("diary-rows");
        older.addClassName("older");
        add(head, place, none, rows, older);
    }

    void show(ProjectPage page, LogList list) {
        head.removeAll();
        head.add(new H2(words.text("missions.project.log")));
        if (page.mayKeep() && page.line().state().runs()) {
            Button write = new Button(
                    words.text("missions.app.project-write"),
                    _ -> acts.write(page, words).open(place, again));
            write.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(write);
        }
        none.setText(words.text(page.mayKeep() ? "missions.project.log-none-keep" : "missions.project.log-none"));
        none.setVisible(list.rows().isEmpty());
        rows.removeAll();
        list.rows().forEach(row -> rows.add(row(row)));
        more(page, list.next());
    }

    private void more(ProjectPage page, @Nullable LogKey key) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text("missions.project.older"), _ -> {
                LogList next = log.rows(words.asker(), page.line().id(), key, SHOWN);
                next.rows().forEach(row -> rows.add(row(row)));
                more(page, next.next());
            }));
        }
    }

    private ListItem row(LogLine row) {
        LogContent content = row.content();
        H3 day = new H3(words.day(content.heldOn()));
        day.addClassName("diary-day");
        Div facts = new Div(
                new Span(ProjectPieces.hours(content.minutes(), words)), ProjectPieces.badge(row.state(), words));
        facts.addClassName("meta");
        PersonCard author = row.author();
        if (author != null) {
            facts.add(new Span(author.name()));
        }
        if (!content.present().isEmpty()) {
            facts.add(new Span(words.text("missions.project.present", content.present())));
        }
        ListItem item = new ListItem(day, facts, Pieces.prose(content.topics(), content.language()));
        item.addClassName("diary-row");
        said(item, "missions.project.agreed", content.agreed(), content.language());
        said(item, "missions.project.then", content.next(), content.language());
        if (row.state() == LogState.DISPUTED && !row.objection().isEmpty()) {
            Div objection = new Div(
                    ProjectPieces.label(words.text("missions.project.objection")), new Paragraph(row.objection()));
            objection.addClassName("objection");
            item.add(objection);
        }
        Acts possible = new Acts(words, place, again);
        if (acts.into(possible, row, again)) {
            Div can = possible.row();
            if (!row.mayConfirm()) {
                can.getChildren()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .forEach(button -> button.addThemeVariants(ButtonVariant.TERTIARY));
            }
            item.add(can);
        }
        return item;
    }

    private void said(ListItem item, String label, String text, Language language) {
        if (!text.isEmpty()) {
            Div said = new Div(ProjectPieces.label(words.text(label)), Pieces.prose(text, language));
            said.addClassName("diary-said");
            item.add(said);
        }
    }
}
