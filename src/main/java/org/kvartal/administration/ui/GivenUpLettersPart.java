package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.HouseWatch;
import org.kvartal.kernel.Code;
import org.kvartal.mail.GivenUpLetters.GivenUp;
import org.kvartal.mail.GivenUpLetters.Place;
import org.kvartal.shell.RelativeTime;

/** Letters that were not delivered, with the reason in plain words and what the server said. */
class GivenUpLettersPart extends WatchRows {

    private static final int ROWS = 20;

    private final HouseWatch watch;
    private final Runnable changed;

    /** @param changed is told when the figures are others */
    GivenUpLettersPart(HouseWatch watch, WatchWords words, Runnable changed) {
        super(words, "letters");
        this.watch = watch;
        this.changed = changed;
    }

    void open() {
        clear();
        go(null);
        if (isEmpty()) {
            note(words().say("letters.none"));
        }
    }

    private void go(@Nullable Place after) {
        List<GivenUp> letters = watch.letters(words().asker(), after, ROWS + 1);
        letters.stream().limit(ROWS).forEach(this::row);
        foot(
                letters.size() > ROWS
                        ? new Button(
                                words().say("letters.more"),
                                _ -> go(letters.get(ROWS - 1).place()))
                        : null);
    }

    private void row(GivenUp letter) {
        Paragraph cause = new Paragraph(words().say("cause." + Code.of(letter.cause())));
        Div why = new Div(cause);
        why.addClassName("watch-why");
        if (!letter.said().isBlank()) {
            Paragraph said = new Paragraph(words().say("letters.said", letter.said()));
            said.addClassName("watch-said");
            why.add(said);
        }
        List<Component> acts = new ArrayList<>();
        if (letter.repeatable()) {
            acts.add(press(
                    "letters.again",
                    letter.subject(),
                    "letters.again-done",
                    () -> watch.sendLetterAgain(words().asker(), letter.id()),
                    this::again));
        } else {
            why.add(new Paragraph(words().say("letters.unrepeatable")));
        }
        acts.add(press(
                "letters.aside",
                letter.subject(),
                "letters.aside-done",
                () -> watch.putLetterAside(words().asker(), letter.id()),
                this::again));
        line(
                letter.subject(),
                why,
                new Component[] {
                    small(words().say("letters.to", letter.address())),
                    small(words().say("letters.attempts", letter.attempts())),
                    new RelativeTime(letter.at(), words().wording(), words().reader())
                },
                acts.toArray(Component[]::new));
    }

    private void again() {
        open();
        changed.run();
    }
}
