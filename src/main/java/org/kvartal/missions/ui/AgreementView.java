package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FilePages;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.MissionTopics;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** An agreement: who has signed it, for how long it lasts, and the file that was signed. */
@Route(MissionPages.AGREEMENTS + "/:code(" + MissionPages.AGREEMENT_CODE + ")")
@PermitAll
@StyleSheet("context://missions/trips.css")
class AgreementView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Agreements agreements;
    private final AgreementActs acts;
    private final Trace trace;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    AgreementView(
            Agreements agreements,
            AgreementActs acts,
            Trace trace,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.agreements = agreements;
        this.acts = acts;
        this.trace = trace;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        place.addClassName("asking");
    }

    private record Read(AgreementPage page, List<Step> trail, boolean office) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        Read read = read();
        watch.on(List.of(MissionTopics.of(read.page().line().id())), this::read, this::news);
        removeAll();
        add(head, place, body);
        show(read);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        AgreementPage page = agreements.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Read(
                page, trace.walk(words.asker(), page.line().id().traced(), words.language()), acts.office(words));
    }

    private void again() {
        show(read());
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        AgreementPage page = read.page();
        title = code + " · " + words.name(page.line().title());
        head.removeAll();
        body.removeAll();
        Acts possible = new Acts(words, place, this::again);
        acts.into(possible, page, read.office(), this::again);
        head.add(possible.beside(heading(page)));
        link("missions.deal.renews", page.renews());
        link("missions.deal.renewed-by", page.renewedBy());
        if (!page.reason().isEmpty()) {
            body.add(new Paragraph(words.of("agreement-state", page.line().state()) + ": " + page.reason()));
        }
        if (page.line().summary() != null) {
            body.add(Pieces.prose(page.line().summary(), words));
        }
        body.add(parties(page));
        file(page);
        body.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    private void link(String key, @Nullable String other) {
        if (other != null) {
            body.add(new Paragraph(new Anchor(MissionPages.agreement(other), words.text(key, other))));
        }
    }

    private PageHeading heading(AgreementPage page) {
        List<Component> facts = new ArrayList<>();
        facts.add(TripPieces.badge(page.line(), words));
        facts.add(new Span(words.of("agreement-kind", page.line().kind())));
        TripPieces.term(page.line(), words).ifPresent(facts::add);
        if (page.mission() != null) {
            facts.add(new Anchor(MissionPages.mission(page.mission()), page.mission()));
        }
        if (page.project() != null) {
            facts.add(new Anchor(MissionPages.project(page.project()), page.project()));
        }
        return new PageHeading(words.name(page.line().title()))
                .in(page.line().title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(MissionPages.AGREEMENTS), words.text("missions.deal.title")),
                        new Span(code))
                .facts(facts.toArray(Component[]::new));
    }

    private Component parties(AgreementPage page) {
        Div asking = new Div();
        asking.addClassName("asking");
        UnorderedList rows = Pieces.rows();
        for (PartyLine party : page.parties()) {
            Div right = new Div();
            right.addClassName("line");
            if (party.maySign()) {
                Button sign = new Button(
                        words.text("missions.app.deal-sign"),
                        _ -> acts.sign(page, party, words).open(asking, this::again));
                sign.setAriaLabel(words.text("missions.deal.sign-of", words.name(party.name())));
                right.add(sign);
            }
            rows.add(Pieces.row(words.shown(party.name()), right, signed(party)));
        }
        return Pieces.part(words.text("missions.deal.parties"), rows, asking);
    }

    private Component[] signed(PartyLine party) {
        if (party.signedOn() == null) {
            return new Component[] {new StatusBadge(Status.PLAIN, words.text("missions.deal.unsigned"))};
        }
        StatusBadge badge =
                new StatusBadge(Status.DONE, words.text("missions.deal.signed", words.day(party.signedOn())));
        return party.signer().isEmpty() ? new Component[] {badge} : new Component[] {badge, new Span(party.signer())};
    }

    private void file(AgreementPage page) {
        if (page.file() != null) {
            Anchor file =
                    new Anchor(FilePages.file(page.file().id()), page.file().name());
            file.setRouterIgnore(true);
            body.add(Pieces.part(words.text("missions.deal.file"), new Paragraph(file)));
        } else if (page.mayKeep() && page.line().state() == AgreementState.DRAFT) {
            body.add(Pieces.part(words.text("missions.deal.file"), new Paragraph(words.text("missions.deal.no-file"))));
        }
        if (page.hash() != null) {
            Div line = new Div(new Span(words.text("missions.deal.hash") + " "), new Span(page.hash()));
            line.addClassNames("meta", "hash");
            body.add(line);
        }
    }
}
