package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.administration.HouseFigures;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The figures, a card for each thing. */
class FiguresPart extends Div {

    private final WatchWords words;

    FiguresPart(WatchWords words) {
        this.words = words;
        addClassName("watch-figures");
    }

    void show(HouseFigures figures) {
        removeAll();
        add(program(figures), disk(figures.disk()), database(figures.database()));
        add(keeping(figures.keeping()), letters(figures.mail()));
        add(people(figures.people()), failed(figures));
    }

    private Section program(HouseFigures figures) {
        List<Component> facts = new ArrayList<>();
        String version = figures.version();
        facts.addAll(fact("watch.version", plain(version == null ? words.say("watch.unversioned") : version)));
        if (figures.builtAt() != null) {
            facts.addAll(fact("watch.built", plain(words.day(figures.builtAt()))));
        }
        facts.addAll(fact("watch.begun", new RelativeTime(figures.begunAt(), words.wording(), words.reader())));
        return card("watch.program", facts);
    }

    private Section disk(HouseFigures.Disk disk) {
        Section card = card(
                "watch.disk",
                fact(
                        "watch.free",
                        marked(
                                disk.isScarce(),
                                words.say("watch.of", words.bytes(disk.free()), words.bytes(disk.size())))));
        if (disk.isScarce()) {
            card.add(new Paragraph(words.say("watch.scarce")));
        }
        return card;
    }

    private Section database(HouseFigures.Database database) {
        List<Component> facts = new ArrayList<>();
        facts.addAll(fact(
                "watch.version",
                plain(words.say(
                        database.embedded() ? "watch.embedded" : "watch.external",
                        database.version().split(" ", 2)[0]))));
        facts.addAll(fact("watch.size", plain(words.bytes(database.bytes()))));
        facts.addAll(fact(
                "watch.connections",
                marked(
                        database.connections() * 10 > database.most() * 9,
                        words.say("watch.connections-of", database.connections(), database.most()))));
        return card("watch.database", facts);
    }

    private Section keeping(HouseFigures.Keeping keeping) {
        Section card = card(
                "watch.keeping",
                fact(
                        "watch.last-backup",
                        keeping.last() == null
                                ? marked(keeping.late(), words.say("watch.no-backup"))
                                : marked(keeping.late(), words.when(keeping.last()))));
        if (!keeping.nightly()) {
            card.add(new Paragraph(words.say("backups.not-nightly")));
        }
        RouterLink all = new RouterLink(words.say("watch.all-backups"), BackupsView.class);
        card.add(all);
        return card;
    }

    private Section letters(HouseFigures.Mail mail) {
        List<Component> facts = new ArrayList<>();
        facts.addAll(fact(
                "watch.waiting",
                plain(
                        mail.waitingSince() == null
                                ? number(mail.waiting())
                                : words.say("watch.waiting-since", mail.waiting(), words.when(mail.waitingSince())))));
        facts.addAll(fact("watch.sent", plain(number(mail.sent()))));
        facts.addAll(fact("watch.given-up", marked(mail.givenUp() > 0, number(mail.givenUp()))));
        return card("watch.letters", facts);
    }

    private Section people(HouseFigures.People people) {
        List<Component> facts = new ArrayList<>();
        facts.addAll(fact("watch.signed-in", plain(number(people.signedIn()))));
        facts.addAll(fact("watch.here", plain(number(people.here()))));
        return card("watch.people", facts);
    }

    private Section failed(HouseFigures figures) {
        List<Component> facts = new ArrayList<>();
        facts.addAll(fact("watch.failed-facts", marked(figures.failedFacts() > 0, number(figures.failedFacts()))));
        facts.addAll(fact("watch.failed-jobs", marked(figures.failedJobs() > 0, number(figures.failedJobs()))));
        return card("watch.failed", facts);
    }

    private Section card(String title, List<Component> facts) {
        Section card = new Section(new H2(words.say(title)));
        DescriptionList list = new DescriptionList();
        facts.forEach(list::add);
        card.add(list);
        card.addClassName("watch-card");
        return card;
    }

    private List<Component> fact(String name, Component value) {
        return List.of(new DescriptionList.Term(words.say(name)), new DescriptionList.Description(value));
    }

    private static Span plain(String value) {
        return new Span(value);
    }

    /** What somebody should look at is marked by more than a colour. */
    private static Component marked(boolean bad, String value) {
        return bad ? new StatusBadge(Status.LATE, value) : plain(value);
    }

    private String number(long number) {
        return words.wording().number(number, words.language());
    }
}
