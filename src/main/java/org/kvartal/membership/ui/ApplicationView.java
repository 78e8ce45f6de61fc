package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Live;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Submission;
import org.kvartal.membership.Members;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** An application in front of those who answer it: the letter, beside it whom it may be a second time and what has happened, at the foot the answers. */
@Route(MembershipPages.APPLICATIONS + "/:number([0-9]{1,18})")
@PermitAll
@StyleSheet("context://membership/office.css")
class ApplicationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String VERSION = "version";

    private final Admissions admissions;
    private final Members members;
    private final Turns turns;
    private final Lists lists;
    private final Words words;
    private final Watch<Optional<Dossier>> watch;
    private final Div page = new Div();
    private final AnswerPart answer;
    private long number;
    private int version;
    private long seen = -1;
    private String title = "";

    ApplicationView(
            Admissions admissions,
            Members members,
            Turns turns,
            Lists lists,
            Live live,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.admissions = admissions;
        this.members = members;
        this.turns = turns;
        this.lists = lists;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = new Watch<>(this, live, this::read, this::renew);
        this.answer = new AnswerPart(admissions, words, this::again);
        addClassNames("view", "wide", "application");
        add(page, answer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().getLong("number").orElseThrow(NotFound::new);
        version = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(VERSION)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(0);
        Dossier dossier = read().orElseThrow(NotFound::new);
        watch.on(MembershipTopics.of(dossier.row().id()));
        show(dossier);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Optional<Dossier> read() {
        return admissions.open(words.asker(), number);
    }

    private void again() {
        show(read().orElseThrow(NotFound::new));
    }

    /** Others have done something. What one has done oneself is there already. */
    private void renew(Optional<Dossier> now) {
        if (now.isEmpty()) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else if (now.get().row().version() != seen) {
            boolean answering = answer.isOpen();
            show(now.get());
            String changed = words.text("membership.app.changed");
            if (answering) {
                Notices.tell(changed);
            } else {
                getUI().ifPresent(ui -> Notices.whisper(ui, changed));
            }
        }
    }

    private void show(Dossier dossier) {
        watch.shown();
        seen = dossier.row().version();
        title = dossier.row().name();
        Turn turn = turns.of(dossier, words.asker());
        boolean decides = turns.decides(words.asker());
        page.removeAll();
        Aside aside = new Aside(new StandingPart(admissions, dossier, turn, words, this::again));
        aside.addClassName("application-side");
        if (!dossier.twins().isEmpty()) {
            aside.add(part(
                    "membership.app.twins",
                    new TwinsPart(admissions, members, lists, dossier, turn.decides(), words, this::again)));
        }
        aside.add(part("membership.app.history", new HistoryPart(dossier.history(), words)));
        Div body = new Div(letter(dossier), aside);
        body.addClassName("application-body");
        page.add(heading(dossier), body);
        answer.show(dossier, turn, decides);
    }

    private PageHeading heading(Dossier dossier) {
        QueueRow row = dossier.row();
        PageHeading heading = new PageHeading(row.name())
                .facts(
                        new Span(words.of("application-kind", row.kind())),
                        new Span(words.text("membership.app.number", String.valueOf(row.number()))),
                        new Span(words.text(
                                "membership.app.writes-in", dossier.language().ownName())));
        if (row.kind().organisation()) {
            heading.in(dossier.language());
        }
        return turns.reads(words.asker())
                ? heading.below(
                        ShellPages.path(MembershipPages.APPLICATIONS), words.text("membership.app.applications.title"))
                : heading;
    }

    private Div letter(Dossier dossier) {
        List<Submission> sent = dossier.submissions();
        int shown = version < 1 || version > sent.size() ? sent.size() : version;
        Div letter = new Div();
        letter.addClassName("application-letter");
        if (sent.size() > 1) {
            letter.add(versions(sent, shown));
        }
        letter.add(new ApplicationLetter(
                dossier, sent.get(shown - 1), shown > 1 ? sent.get(shown - 2) : null, lists, words));
        return letter;
    }

    private Nav versions(List<Submission> sent, int shown) {
        Nav chips = new Nav();
        chips.addClassName("chips");
        chips.setAriaLabel(words.text("membership.app.versions"));
        for (Submission one : sent) {
            String path = MembershipPages.application(number);
            Anchor chip = new Anchor(
                    one.number() == sent.size() ? path : path + "?" + VERSION + "=" + one.number(),
                    words.text("membership.app.version", one.number(), words.day(one.at())));
            chip.addClassName("chip");
            if (one.number() == shown) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            chips.add(chip);
        }
        return chips;
    }

    private Div part(String titleKey, Component body) {
        Div part = new Div(new H2(words.text(titleKey)), body);
        part.addClassName("application-part");
        return part;
    }
}
