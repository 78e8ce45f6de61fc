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
                "advocacy.app.field.their-answer",
                List.of(ReplyChoice.values()),
                one -> words.of("choice", one),
                null);
        TextArea said = ask.block("words", "advocacy.app.field.their-words", "", false);
        Select<Language> language = ask.choice(
                "language",
                "advocacy.app.field.language",
                List.of(Language.values()),
                Language::ownName,
                page.language());
        TextField responsible = ask.line("responsible", "advocacy.app.field.their-responsible", "", false);
        DayField promised = ask.day("promisedOn", "advocacy.app.field.their-promise", null, false);
        DayField until = ask.day("until", "advocacy.app.field.their-until", null, false);
        TextField passedTo = ask.line("passedTo", "advocacy.app.field.their-passed-to", "", false);
        asked(null, promised, until, passedTo);
        choice.addValueChangeListener(chosen -> asked(chosen.getValue(), promised, until, passedTo));
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

    /** Only what belongs to an answer is asked with it. */
    private static void asked(@Nullable ReplyChoice answer, DayField promised, DayField until, TextField passedTo) {
        promised.setVisible(answer == ReplyChoice.ACCEPTED || answer == ReplyChoice.PARTLY);
        until.setVisible(answer == ReplyChoice.NEEDS_TIME);
        until.setRequiredIndicatorVisible(answer == ReplyChoice.NEEDS_TIME);
        passedTo.setVisible(answer == ReplyChoice.PASSED_ON);
        passedTo.setRequiredIndicatorVisible(answer == ReplyChoice.PASSED_ON);
    }

    Ask ask() {
        return ask;
    }
}
