package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.Way;
import org.kvartal.shell.DayField;
import org.springframework.stereotype.Component;

/** What can be done with a letter now. */
@Component
class LetterActs {

    private final Dispatches dispatches;

    LetterActs(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    Div of(DispatchPage page, Words words, Div place, Runnable again) {
        Div acts = new Div();
        acts.addClassName("page-acts");
        DispatchId id = page.line().id();
        long version = page.line().version();
        switch (page.line().state()) {
            case PREPARED -> {
                if (page.maySign()) {
                    add(
                            acts,
                            words,
                            "sign",
                            () -> note(page, words, "sign", () -> dispatches.sign(words.asker(), id, version))
                                    .open(place, again));
                }
                if (page.mayPrepare()) {
                    add(acts, words, "change", () -> change(page, words).open(place, again));
                    if (!page.maySign()) {
                        acts.add(new Span(words.text("advocacy.app.sign-other")));
                    }
                    add(
                            acts,
                            words,
                            "discard",
                            () -> reason(
                                            page,
                                            words,
                                            "discard",
                                            why -> dispatches.discard(words.asker(), id, version, why))
                                    .open(place, again));
                }
            }
            case SIGNED -> {
                if (page.mayPrepare()) {
                    add(acts, words, "sent", () -> sent(page, words).open(place, again));
                    add(
                            acts,
                            words,
                            "reopen",
                            () -> reason(
                                            page,
                                            words,
                                            "reopen",
                                            why -> dispatches.reopen(words.asker(), id, version, why))
                                    .open(place, again));
                }
            }
            case SENT -> {
                if (page.mayClassify()) {
                    add(acts, words, "paper", () -> paper(page, words, place, again));
                }
                if (page.mayPrepare()) {
                    remind(page, words, acts, place, again);
                    add(
                            acts,
                            words,
                            "bounced",
                            () -> reason(
                                            page,
                                            words,
                                            "bounced",
                                            why -> dispatches.bounced(words.asker(), id, version, why))
                                    .open(place, again));
                }
                if (page.mayClassify() && page.line().lateness() == Lateness.LONG_LATE) {
                    add(
                            acts,
                            words,
                            "no-reply",
                            () -> reason(
                                            page,
                                            words,
                                            "no-reply",
                                            why -> dispatches.closeUnanswered(words.asker(), id, version, why))
                                    .open(place, again));
                }
            }
            case BOUNCED -> {
                if (page.mayPrepare()) {
                    add(
                            acts,
                            words,
                            "again",
                            () -> note(page, words, "again", () -> dispatches.prepareAgain(words.asker(), id, version))
                                    .open(place, again));
                }
            }
            case NEEDS_CLASSIFICATION -> {
                if (page.mayClassify()) {
                    add(acts, words, "classify", () -> classify(page, words).open(place, again));
                    add(
                            acts,
                            words,
                            "owe",
                            () -> note(page, words, "owe", () -> dispatches.owe(words.asker(), id, version))
                                    .open(place, again));
                    add(acts, words, "ignore", () -> ignore(page, words).open(place, again));
                }
            }
            case CLARIFICATION -> {
                if (page.mayAnswer()) {
                    add(acts, words, "clarify", () -> clarify(page, words).open(place, again));
                } else if (page.mayPrepare()) {
                    acts.add(new Span(words.text("advocacy.app.clarify-other")));
                }
            }
            case ANSWERED -> {
                if (page.mayClassify()) {
                    add(
                            acts,
                            words,
                            "close-letter",
                            () -> note(page, words, "close-letter", () -> dispatches.close(words.asker(), id, version))
                                    .open(place, again));
                }
            }
            case CLOSED, DISCARDED -> {}
        }
        return acts;
    }

    private static void add(Div acts, Words words, String what, Runnable open) {
        acts.add(new Button(words.text("advocacy.app." + what), _ -> open.run()));
    }

    private static Ask ask(DispatchPage page, Words words, String what) {
        return new Ask(words, "advocacy." + what + "." + page.line().id(), "advocacy.app." + what);
    }

    private static Ask note(DispatchPage page, Words words, String what, Runnable act) {
        return ask(page, words, what)
                .note(words.text("advocacy.app." + what + "-text"))
                .doing(act);
    }

    private static Ask reason(DispatchPage page, Words words, String what, Consumer<String> act) {
        Ask ask = ask(page, words, what).harmful();
        TextArea reason = ask.block("reason", "advocacy.app.field.reason", "", true);
        return ask.doing(() -> act.accept(reason.getValue()));
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

    private void remind(DispatchPage page, Words words, Div acts, Div place, Runnable again) {
        page.reminders().stream()
                .filter(one -> one.sentAt() == null)
                .findFirst()
                .ifPresent(reminder -> add(
                        acts,
                        words,
                        "remind",
                        () -> note(
                                        page,
                                        words,
                                        "remind",
                                        () -> dispatches.remind(
                                                words.asker(), page.line().id(), reminder.replyBy()))
                                .open(place, again)));
    }

    private void paper(DispatchPage page, Words words, Div place, Runnable again) {
        place.removeAll();
        PaperReplyForm form = new PaperReplyForm(dispatches, page, words);
        form.open(place, again);
    }
}
