package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kvartal.administration.HouseWatch;
import org.kvartal.kernel.FailedFacts.FailedFact;
import org.kvartal.shell.RelativeTime;

/** News that a part of the house could not deal with. */
class FactsPart extends WatchRows {

    private static final int ROWS = 20;

    private final HouseWatch watch;
    private final Runnable changed;

    FactsPart(HouseWatch watch, WatchWords words, Runnable changed) {
        super(words, "facts");
        this.watch = watch;
        this.changed = changed;
    }

    void open() {
        clear();
        List<FailedFact> facts = watch.facts(words().asker(), ROWS + 1);
        facts.stream().limit(ROWS).forEach(this::row);
        note(
                facts.isEmpty()
                        ? words().say("facts.none")
                        : words().say("facts.about")
                                + (facts.size() > ROWS ? " " + words().say("shown-first", ROWS) : ""));
    }

    private void row(FailedFact fact) {
        line(
                fact.fact(),
                null,
                new Component[] {
                    small(words().say("facts.for", fact.listener())),
                    small(words().say("letters.attempts", fact.attempts())),
                    new RelativeTime(fact.since(), words().wording(), words().reader())
                },
                press(
                        "facts.again",
                        fact.fact(),
                        "facts.again-done",
                        () -> watch.sendFactAgain(words().asker(), fact.id()),
                        this::again));
    }

    private void again() {
        open();
        changed.run();
    }
}
