package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Language;
import org.kvartal.shell.DayField;
import org.kvartal.shell.FileDrop;

/** Records a reply that came on paper, with its numbers and a scan. */
class PaperReplyForm {

    private final Ask ask;
    private @Nullable FileId scan;
    private final Div taken = new Div();

    PaperReplyForm(Dispatches dispatches, DispatchPage page, Words words) {
        ask = new Ask(words, "advocacy.paper." + page.line().id(), "advocacy.app.paper");
        Select<ReplyChoice> choice = ask.choice(
                "choice",
                "advocacy.reply.choice",
                List.of(ReplyChoice.values()),
                one -> words.of("choice", one),
                ReplyChoice.NOTED);
        TextArea said = ask.block("words", "advocacy.app.field.their-words", "", false);
        Select<Language> language = ask.choice(
                "language",
                "advocacy.app.field.language",
                List.of(Language.values()),
                Language::ownName,
                page.language());
        TextField responsible = ask.line("responsible", "advocacy.reply.responsible", "", false);
        DayField promised = ask.day("promisedOn", "advocacy.reply.promised-on", null, false);
        DayField until = ask.day("until", "advocacy.reply.until", null, false);
        TextField passedTo = ask.line("passedTo", "advocacy.reply.passed-to", "", false);
        DayField received = ask.day("receivedOn", "advocacy.app.field.received-on", null, true);
        TextField their = ask.line("theirNumber", "advocacy.app.field.their-number", "", false);
        TextField our = ask.line("ourNumber", "advocacy.app.field.our-number", "", false);
        ReplyId id = ReplyId.next();
        FileDrop drop = new FileDrop(new Button(words.text("advocacy.app.field.scan")), (name, content) -> {
            StoredFile brought = dispatches.bring(words.asker(), page.line().id(), id, name, content);
            return () -> {
                scan = brought.id();
                taken.setText(brought.name());
            };
        });
        taken.addClassName("meta");
        ask.with(drop).with(taken);
        ask.doing(() -> dispatches.recordReply(
                words.asker(),
                page.line().id(),
                new PaperReply(
                        id,
                        new ReplyContent(
                                choice.getValue(),
                                language.getValue(),
                                said.getValue(),
                                responsible.getValue(),
                                promised.getValue(),
                                until.getValue(),
                                passedTo.getValue()),
                        received.getValue(),
                        their.getValue(),
                        our.getValue()),
                scan));
    }

    Ask ask() {
        return ask;
    }
}
