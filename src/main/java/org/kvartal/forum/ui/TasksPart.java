package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.PostId;
import org.kvartal.forum.OutcomeKind;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.trace.FurthestLine;
import org.kvartal.trace.Step;

/** What became of the outcomes of a session; whoever has a task says here that it is done, and whoever facilitates goes on with a need. */
class TasksPart extends Section {

    /** Where somebody's new thread is kept while it is written. */
    private static final String NEW = "new";

    private static final int TITLE = 160;

    private final RoomTools tools;
    private final Words words;

    TasksPart(RoomTools tools, Became became, boolean facilitates, RoomActs acts, Words words) {
        this.tools = tools;
        this.words = words;
        addClassName("part");
        setVisible(!became.lines().isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("outcomes");
        for (OutcomeLine line : became.lines()) {
            ListItem row = LastOutcomes.row(line, became.progress().get(line.id()), words);
            Step further = became.beyond(line);
            if (further != null) {
                row.add(new FurthestLine(further, words.messages(), words.language()));
            }
            boolean reports = facilitates || became.own().contains(line.id());
            if (line.kind().carriedOut() && line.done() == null && reports) {
                row.add(new Button(
                        words.text("forum.room.task-done"),
                        Icon.CHECK.create(),
                        _ -> acts.open(new DoneForm(line), "forum.room.task-reported")));
            }
            if (line.kind() == OutcomeKind.NEED
                    && facilitates
                    && !became.progress().containsKey(line.id())) {
                row.add(new Button(
                        words.text("forum.room.need-state"), Icon.EDIT.create(), _ -> state(line, became.code())));
            }
            list.add(row);
        }
        add(new H2(words.text("forum.room.what-became")), list);
    }

    /** The form for a new need begins with what the room has said; what somebody has begun to write there already is left alone. */
    private void state(OutcomeLine line, String code) {
        Draft standing = tools.drafts().find(words.asker(), NEW).orElse(null);
        if (standing == null) {
            PostId post = PostId.next();
            try {
                tools.outcomes().stateAsNeed(words.asker(), line.id(), post);
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
                return;
            }
            Language language = line.text().source();
            String said = line.text().in(language);
            String title = said.lines().findFirst().orElse("");
            var _ = tools.drafts()
                    .save(
                            words.asker(),
                            new Draft(
                                    NEW,
                                    post,
                                    1,
                                    title.substring(
                                            0,
                                            title.offsetByCodePoints(
                                                    0, Math.min(TITLE, title.codePointCount(0, title.length())))),
                                    said + "\n\n" + words.messages().text(language, "forum.room.need-from", code),
                                    language,
                                    null));
        } else if (!tools.outcomes().goesOnWith(words.asker(), line.id(), standing.post())) {
            Notices.problem(words.text("forum.room.need-other"));
        }
        getUI().ifPresent(ui -> ui.navigate(DiscussionsPages.NEW_THREAD, QueryParameters.of("kind", "need")));
    }

    /** Says what came of a task. */
    private final class DoneForm extends WordedSheet {

        private final OutcomeLine line;
        private final TextArea report;

        DoneForm(OutcomeLine line) {
            super(TasksPart.this.words, "done " + line.id(), TasksPart.this.words.text("forum.room.task-done"));
            this.line = line;
            report = field("report", new TextArea(words.text("forum.room.report")));
            fill(report);
        }

        @Override
        protected void send() {
            tools.outcomes().carriedOut(words.asker(), line.id(), report.getValue());
        }
    }
}
