package org.kvartal.administration.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kvartal.administration.HouseFigures;
import org.kvartal.administration.HouseWatch;
import org.kvartal.administration.WatchPages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** How the house fares, and what has failed. The figures renew themselves; the lists stay as they are while somebody reads them. */
@Route(WatchPages.WATCH_ROUTE)
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://administration/watch.css")
class WatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final HouseWatch watch;
    private final WatchWords words;
    private final FiguresPart figures;
    private final GivenUpLettersPart letters;
    private final FactsPart facts;
    private final JobsPart jobs;
    private final LimitsPart limits;

    WatchView(HouseWatch watch, Ticks ticks, Messages messages, Wording wording, CurrentReader currentReader) {
        this.watch = watch;
        this.words = new WatchWords(messages, wording, currentReader.get());
        this.figures = new FiguresPart(words);
        this.letters = new GivenUpLettersPart(watch, words, this::count);
        this.facts = new FactsPart(watch, words, this::count);
        this.jobs = new JobsPart(watch, words, this::count);
        this.limits = new LimitsPart(words);
        addClassName("view");
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.ADMIN, getTranslation("shell.admin"))
                        .lead(words.say("watch.lead")),
                figures,
                letters,
                facts,
                jobs,
                limits);
        ticks.follow(this, () -> watch.figures(words.asker()), this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        count();
        letters.open();
        facts.open();
        jobs.open();
    }

    private void count() {
        show(watch.figures(words.asker()));
    }

    private void show(HouseFigures now) {
        figures.show(now);
        limits.show(now.limits());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("administration.watch.title");
    }
}
