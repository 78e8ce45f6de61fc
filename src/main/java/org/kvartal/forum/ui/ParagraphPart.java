package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.forum.MinutesDesk.ParagraphKind;
import org.kvartal.forum.MinutesDesk.Reach;
import org.kvartal.forum.MinutesDesk.Suggestion;
import org.kvartal.forum.MinutesDesk.SuggestionState;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.SessionState;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Sheet;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A paragraph of minutes, with what is suggested for it. */
class ParagraphPart extends Div {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;

    ParagraphPart(RoomTools tools, RoomActs acts, MinutesPage page, MinutesDesk.Paragraph paragraph, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        addClassName("minutes-paragraph");
        Component text = paragraph.kind() == ParagraphKind.ITEM
                ? new H2(words.shown(paragraph.text()))
                : new Paragraph(words.shown(paragraph.text()));
        add(text);
        if (paragraph.reach() != Reach.ALL) {
            add(new StatusBadge(
                    Status.PLAIN,
                    Icon.LOCK,
                    words.text(paragraph.reach() == Reach.MEMBERS ? "forum.minutes.for-members" : "forum.internal")));
        }
        MinutesState state = page.edition().state();
        // While the session goes on its minutes wait.
        boolean facilitates = page.mayFacilitate() && page.session().state() == SessionState.CLOSED;
        page.suggestions().stream()
                .filter(one -> one.paragraph().equals(paragraph.id()))
                .forEach(one -> add(suggestion(paragraph, one, facilitates)));
        Div presses = new Div();
        presses.addClassName("minutes-acts");
        if (facilitates && state == MinutesState.DRAFT) {
            presses.add(quiet(
                    "forum.minutes.word",
                    () -> open(
                            new ParagraphForm(
                                    paragraph,
                                    null,
                                    worded -> tools.minutes()
                                            .word(words.asker(), paragraph.id(), paragraph.version(), worded),
                                    words),
                            "forum.app.saved")));
        } else if (facilitates && (state == MinutesState.APPROVED || state == MinutesState.PUBLISHED)) {
            presses.add(quiet(
                    "forum.minutes.correct",
                    () -> open(
                            new CorrectionForm(
                                    paragraph,
                                    (reason, worded) -> tools.minutes()
                                            .correct(
                                                    words.asker(),
                                                    page.session().id(),
                                                    page.edition().number(),
                                                    reason,
                                                    Map.of(paragraph.id(), worded)),
                                    words),
                            "forum.minutes.corrected")));
        }
        if (page.maySuggest()) {
            presses.add(quiet(
                    "forum.minutes.suggest",
                    () -> open(new SuggestForm(tools, paragraph, words), "forum.minutes.suggested")));
        }
        if (presses.getComponentCount() > 0) {
            add(presses);
        }
    }

    /** A form opens below the words that it is about. */
    private void open(Sheet form, String done) {
        add(acts.place());
        acts.open(form, done);
    }

    private Button quiet(String key, Runnable act) {
        Button button = new Button(words.text(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private Div suggestion(MinutesDesk.Paragraph paragraph, Suggestion wish, boolean mayFacilitate) {
        Span text = new Span(wish.text());
        text.addClassName("pre");
        text.getElement().setAttribute("lang", wish.language().code());
        Div whole = new Div();
        whole.addClassName("suggestion");
        if (wish.by() != null) {
            whole.add(
                    new Span(words.text("forum.minutes.suggested-by", wish.by().name())));
        }
        whole.add(text);
        if (!wish.why().isEmpty()) {
            Span why = new Span(wish.why());
            why.addClassName("figure-words");
            whole.add(why);
        }
        if (wish.state() != SuggestionState.OPEN) {
            whole.add(new StatusBadge(
                    wish.state() == SuggestionState.TAKEN ? Status.DONE : Status.PLAIN,
                    words.of("suggestion", wish.state())));
        } else if (mayFacilitate) {
            Div presses = new Div(
                    quiet("forum.minutes.take", () -> take(paragraph, wish)),
                    quiet(
                            "forum.minutes.decline",
                            () -> acts.now(() -> tools.minutes().decline(words.asker(), wish.id()))));
            presses.addClassName("minutes-acts");
            whole.add(presses);
        }
        return whole;
    }

    /** What fits as it is, is taken at once; where the paragraph reads otherwise by now, or in other languages as well, both wordings are looked at first. */
    private void take(MinutesDesk.Paragraph paragraph, Suggestion wish) {
        boolean fits = paragraph.version() == wish.version()
                && paragraph.text().texts().keySet().equals(Set.of(wish.language()));
        if (fits) {
            acts.now(() -> tools.minutes().take(words.asker(), wish.id()));
            return;
        }
        open(
                new ParagraphForm(
                        paragraph,
                        wish,
                        worded -> tools.minutes().take(words.asker(), wish.id(), paragraph.version(), worded),
                        words),
                "forum.app.saved");
    }
}
