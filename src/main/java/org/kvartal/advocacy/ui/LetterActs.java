package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.Way;
import org.kvartal.kernel.Asker;
import org.kvartal.shell.DayField;
import org.kvartal.shell.ShellPages;
import org.springframework.stereotype.Component;

/** What can be done with a letter now. */
@Component
class LetterActs {

    private final Dispatches dispatches;
    private final Permissions permissions;

    LetterActs(Dispatches dispatches, Permissions permissions) {
        this.dispatches = dispatches;
        this.permissions = permissions;
    }

    void into(Acts acts, DispatchPage page) {
        Words words = acts.words();
        switch (page.line().state()) {
            case PREPARED -> prepared(acts, page, words);
            case SIGNED -> {
                if (page.mayPrepare()) {
                    acts.next("sent", () -> sent(page, words));
                    acts.seldom("reopen", () -> reason(page, words, "reopen", dispatches::reopen));
                }
            }
            case SENT -> sent(acts, page, words);
            case BOUNCED -> {
                if (page.mayPrepare()) {
                    acts.next("again", () -> note(page, words, "again", dispatches::prepareAgain));
                }
            }
            case NEEDS_CLASSIFICATION -> {
                if (page.mayClassify()) {
                    acts.next("classify", () -> classify(page, words));
                    acts.also("owe", () -> note(page, words, "owe", dispatches::owe));
                    acts.also("ignore", () -> ignore(page, words));
                }
            }
            case CLARIFICATION -> {
                if (page.mayAnswer()) {
                    acts.next("clarify", () -> clarify(page, words));
                }
            }
            case ANSWERED -> {
                if (permissions.has(words.asker(), AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM)) {
                    measure(page)
                            .ifPresent(of -> acts.also(Pieces.button(
                                    ShellPages.path(AdvocacyPages.NEW_MEASURE) + of,
                                    words.text("advocacy.app.measure-of-reply"),
                                    true)));
                }
                if (page.mayClassify()) {
                    acts.also("close-letter", () -> note(page, words, "close-letter", dispatches::close));
                }
            }
            case CLOSED, DISCARDED -> {}
        }
    }

    /** Of what was promised by a day; or, where they agreed and named none, of what they were asked. */
    private static Optional<String> measure(DispatchPage page) {
        if (Promise.in(page).isPresent()) {
            return Optional.of("?letter=" + page.line().id());
        }
        Position position = page.line().position();
        return position == Position.ACCEPTED || position == Position.PARTLY
                ? Optional.of("?of=" + page.line().code())
                : Optional.empty();
    }

    private void prepared(Acts acts, DispatchPage page, Words words) {
        if (page.maySign()) {
            acts.next("sign", () -> sign(page, words));
        }
        if (page.mayPrepare()) {
            acts.also("change", () -> change(page, words));
            acts.seldom("discard", () -> reason(page, words, "discard", dispatches::discard));
        }
    }

    private void sent(Acts acts, DispatchPage page, Words words) {
        if (page.mayPrepare()) {
            page.reminders().stream()
                    .filter(one -> one.sentAt() == null)
                    .findFirst()
                    .ifPresent(reminder -> acts.next(
                            "remind",
                            () -> note(
                                    page,
                                    words,
                                    "remind",
                                    (by, id, _) -> dispatches.remind(by, id, reminder.replyBy()))));
            acts.seldom("bounced", () -> reason(page, words, "bounced", dispatches::bounced));
        }
        if (page.mayClassify()) {
            acts.also("paper", () -> new PaperReplyForm(dispatches, page, words).ask());
            if (page.line().lateness() == Lateness.LONG_LATE) {
                acts.seldom("no-reply", () -> reason(page, words, "no-reply", dispatches::closeUnanswered));
            }
        }
    }

    /** What happens to a letter as the page shows it. */
    private interface Step {
        void take(Asker by, DispatchId id, long version);
    }

    /** The same, with a reason. */
    private interface ReasonedStep {
        void take(Asker by, DispatchId id, long version, String reason);
    }

    private static Ask ask(DispatchPage page, Words words, String what) {
        return new Ask(words, "advocacy." + what + "." + page.line().id(), "advocacy.app." + what);
    }

    private static Ask note(DispatchPage page, Words words, String what, Step step) {
        return ask(page, words, what)
                .note(words.text("advocacy.app." + what + "-text"))
                .doing(() ->
                        step.take(words.asker(), page.line().id(), page.line().version()));
    }

    private static Ask reason(DispatchPage page, Words words, String what, ReasonedStep step) {
        Ask ask = ask(page, words, what).harmful();
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        return ask.doing(
                () -> step.take(words.asker(), page.line().id(), page.line().version(), reason.getValue()));
    }

    /** What is not there in the letter's language goes out only where somebody says so. */
    private Ask sign(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "sign").note(words.text("advocacy.app.sign-text"));
        Checkbox anyway = new Checkbox(words.text("advocacy.app.sign-anyway"));
        if (page.untranslated()) {
            ask.note(words.text("advocacy.refused.untranslated", page.language().ownName()))
                    .asking("anyway", anyway);
        }
        // It is printed: nobody waits for that.
        return ask.apart(() -> {
            boolean all = anyway.getValue();
            return () ->
                    dispatches.sign(words.asker(), page.line().id(), page.line().version(), all);
        });
    }

    private Ask change(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "change");
        Select<Way> way = ask.choice(
                "way",
                "advocacy.app.field.way",
                List.of(Way.values()),
                one -> words.of("way", one),
                page.line().way());
        TextArea covering = ask.block("covering", "advocacy.app.field.covering", page.covering(), false);
        covering.setHelperText(
                words.text("advocacy.app.covering-hint", page.language().ownName()));
        IntegerField days = ask.number("replyDays", "advocacy.app.field.days", page.replyDays(), 1, 365);
        return ask.doing(() -> dispatches.change(
                words.asker(),
                page.line().id(),
                page.line().version(),
                way.getValue(),
                covering.getValue(),
                days.getValue() == null ? 0 : days.getValue()));
    }

    private Ask sent(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "sent");
        DayField on = ask.day("on", "advocacy.app.field.sent-on", null, true);
        TextField registry = ask.line("registry", "advocacy.app.field.registry", "", false);
        return ask.doing(() -> dispatches.recordSent(
                words.asker(), page.line().id(), page.line().version(), on.getValue(), registry.getValue()));
    }

    private Ask classify(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "classify").note(words.text("advocacy.app.classify-text"));
        ReplyLine last = page.line().last();
        Select<Position> position = ask.choice(
                "position",
                "advocacy.app.field.position",
                Arrays.stream(Position.values())
                        .filter(one -> one != Position.NO_REPLY)
                        .toList(),
                one -> words.of("position", one),
                last == null ? null : last.choice().position());
        TextArea note = ask.block("note", "advocacy.app.field.note", "", false);
        return ask.doing(() -> dispatches.classify(
                words.asker(), page.line().id(), page.line().version(), position.getValue(), note.getValue()));
    }

    private Ask ignore(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "ignore").note(words.text("advocacy.app.ignore-text"));
        TextArea note = ask.block("note", "advocacy.app.field.note", "", false);
        return ask.doing(() ->
                dispatches.ignore(words.asker(), page.line().id(), page.line().version(), note.getValue()));
    }

    private Ask clarify(DispatchPage page, Words words) {
        Ask ask = ask(page, words, "clarify").note(words.text("advocacy.app.clarify-text"));
        TextArea text = ask.block("text", "advocacy.app.field.answer", "", true);
        DayField until = ask.day("replyBy", "advocacy.app.field.reply-by", null, true);
        return ask.doing(() -> dispatches.clarify(
                words.asker(), page.line().id(), page.line().version(), text.getValue(), until.getValue()));
    }
}
