package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarRights;
import org.kvartal.seminars.SeminarTopics;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.MySeminar;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.kvartal.seminars.Seminars.SeminarKey;
import org.kvartal.seminars.Seminars.SeminarList;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.GoTo;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** The seminars: where one has a place, those to come, those that one prepares, the series, and those that are over. */
@Route(SeminarPages.SEMINARS)
@Menu(title = "seminars.menu", order = 40, icon = "seminars")
@GoTo("w")
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class SeminarsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 30;

    private final Seminars seminars;
    private final SeriesActs series;
    private final Permissions permissions;
    private final Clock clock;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final ListFilter filter;
    private final Div body = new Div();

    SeminarsView(
            Seminars seminars,
            SeriesActs series,
            ListFilter.Choices choices,
            Permissions permissions,
            Clock clock,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.seminars = seminars;
        this.series = series;
        this.permissions = permissions;
        this.clock = clock;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        this.filter = new ListFilter(choices, words, this::again);
        addClassNames("view", "seminars");
        place.addClassName("asking");
    }

    private record Read(
            List<MySeminar> mine,
            List<SeminarCard> led,
            SeminarList coming,
            SeminarList past,
            List<ProgrammeCard> programmes) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(head, place, filter, body);
        filter.choose(
                seminars.programmes(words.language()),
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(SeminarPages.SERIES)
                        .orElse(""));
        watch.on(SeminarTopics.ALL, this::read, this::show);
        again();
    }

    @Override
    public String getPageTitle() {
        return words.text("seminars.menu");
    }

    private Read read() {
        SeminarFilter asked = filter.asked(false);
        boolean all = asked.equals(SeminarFilter.COMING);
        return new Read(
                all ? seminars.mine(words.asker()) : List.of(),
                all ? seminars.led(words.asker()) : List.of(),
                seminars.list(words.asker(), asked, null, SHOWN),
                seminars.list(words.asker(), filter.asked(true), null, SHOWN),
                seminars.programmes(words.language()));
    }

    private void again() {
        show(read());
    }

    private void show(Read read) {
        heading();
        filter.offer(read.programmes());
        body.removeAll();
        Instant now = clock.instant();
        List<MySeminar> mine =
                read.mine().stream().filter(one -> !one.seminar().over(now)).toList();
        if (!mine.isEmpty()) {
            UnorderedList rows = Pieces.rows();
            mine.forEach(one -> rows.add(Pieces.seminar(one.seminar(), one.state(), words)));
            body.add(Pieces.part(words.text("seminars.app.mine"), rows));
        }
        if (!read.led().isEmpty()) {
            UnorderedList rows = Pieces.rows();
            read.led().forEach(card -> rows.add(Pieces.led(card, words)));
            body.add(Pieces.part(words.text("seminars.app.led"), rows));
        }
        if (read.coming().seminars().isEmpty()) {
            body.add(
                    filter.narrowed()
                            ? Pieces.part(
                                    words.text("seminars.app.coming"),
                                    Pieces.quiet(words.text("seminars.app.none-such")))
                            : new EmptyState(words.text("seminars.app.none"), words.text("seminars.app.none-text")));
        } else {
            body.add(part("seminars.app.coming", read.coming(), false, Set.of()));
        }
        series.part(read.programmes(), filter, words, place, this::again).ifPresent(body::add);
        List<MySeminar> held =
                read.mine().stream().filter(one -> one.seminar().over(now)).toList();
        if (!held.isEmpty()) {
            UnorderedList rows = Pieces.rows();
            held.forEach(one -> rows.add(Pieces.seminar(one.seminar(), one.state(), words)));
            body.add(Pieces.part(words.text("seminars.app.mine-past"), rows));
        }
        Set<SeminarId> mentioned = held.stream().map(one -> one.seminar().id()).collect(Collectors.toSet());
        if (read.past().next() != null
                || read.past().seminars().stream().anyMatch(card -> !mentioned.contains(card.id()))) {
            body.add(part("seminars.app.past", read.past(), true, mentioned));
        }
        watch.shown();
    }

    private void heading() {
        Acts acts = new Acts(words, place, this::again);
        if (permissions.has(words.asker(), SeminarRights.BEGIN, Scope.PLATFORM)) {
            acts.also(Pieces.button(ShellPages.path(SeminarPages.NEW), words.text("seminars.app.new"), true));
            acts.seldom("new-series", () -> series.form(null, words));
        }
        acts.also(Pieces.button(
                ShellPages.path(SeminarPages.CERTIFICATES), words.text("seminars.app.my-certificates"), false));
        head.removeAll();
        head.add(acts.beside(new PageHeading(getPageTitle()).lead(words.text("seminars.app.lead"))));
    }

    /** @param mentioned those that stand elsewhere on the page already */
    private Component part(String title, SeminarList list, boolean over, Set<SeminarId> mentioned) {
        UnorderedList rows = Pieces.rows();
        show(list, mentioned, rows);
        Div older = new Div();
        older.addClassName("older");
        more(list.next(), over, mentioned, rows, older);
        return Pieces.part(words.text(title), rows, older);
    }

    private void show(SeminarList list, Set<SeminarId> mentioned, UnorderedList rows) {
        list.seminars().stream()
                .filter(card -> !mentioned.contains(card.id()))
                .forEach(card -> rows.add(Pieces.seminar(card, null, words)));
    }

    private void more(@Nullable SeminarKey key, boolean over, Set<SeminarId> mentioned, UnorderedList rows, Div older) {
        older.removeAll();
        if (key != null) {
            older.add(new Button(words.text(over ? "seminars.app.older" : "seminars.app.later"), _ -> {
                SeminarList next = seminars.list(words.asker(), filter.asked(over), key, SHOWN);
                show(next, mentioned, rows);
                more(next.next(), over, mentioned, rows, older);
            }));
        }
    }
}
