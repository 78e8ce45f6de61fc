package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
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
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.MeasureSign;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Measures.ReportLine;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** A measure with its reports, its evidence and its trail. */
@Route(AdvocacyPages.MEASURES + "/:code(" + AdvocacyPages.MEASURE_CODE + ")")
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class MeasureView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Measures measures;
    private final MeasureActs acts;
    private final MeasureTieActs ties;
    private final FollowActs following;
    private final Trace trace;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    MeasureView(
            Measures measures,
            MeasureActs acts,
            MeasureTieActs ties,
            FollowActs following,
            Trace trace,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.measures = measures;
        this.acts = acts;
        this.ties = ties;
        this.following = following;
        this.trace = trace;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        place.addClassName("asking");
    }

    private record Read(MeasurePage page, List<Step> trail) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElseThrow(NotFound::new);
        Read read = read();
        watch.on(List.of(AdvocacyTopics.of(read.page().card().id())), this::read, this::news);
        removeAll();
        add(head, place, body);
        show(read);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        MeasurePage page = measures.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Read(page, trace.walk(words.asker(), page.card().id().traced(), words.language()));
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        MeasurePage page = read.page();
        MeasureCard card = page.card();
        title = code + " · " + words.name(card.title());
        head.removeAll();
        body.removeAll();
        Acts possible = acts();
        acts.into(possible, page);
        following.into(possible, page, this::again);
        head.add(possible.beside(heading(page)));
        if (page.content().about() != null) {
            body.add(Pieces.prose(page.content().about(), words));
        }
        AimPart.of(page.content().aims(), words).ifPresent(body::add);
        if (page.verifiedAt() != null) {
            Div facts = new Div(new Span(Pieces.verifiedBy(page, words)), new Span(words.moment(page.verifiedAt())));
            facts.addClassName("meta");
            body.add(Pieces.part(
                    words.of("measure-state", card.state()), facts, Pieces.prose(page.verdict(), words.language())));
        }
        if (!page.reason().isEmpty()) {
            body.add(Pieces.part(
                    words.of("measure-state", card.state()), Pieces.prose(page.reason(), words.language())));
        }
        boolean open = page.mayKeep() && !card.state().over();
        if (open || !page.recommendations().isEmpty()) {
            UnorderedList rows = Pieces.rows();
            page.recommendations().forEach(one -> rows.add(Pieces.recommendation(one, words)));
            Section part = Pieces.part(words.text("advocacy.public.title"), rows);
            if (open) {
                part.add(ties.tying(acts(), page));
            }
            body.add(part);
        }
        reports(page);
        evidence(page, open);
        body.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    private void again() {
        show(read());
    }

    private Acts acts() {
        return new Acts(words, place, this::again);
    }

    private PageHeading heading(MeasurePage page) {
        MeasureCard card = page.card();
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(card.state(), words));
        facts.add(words.shown(card.owner()));
        if (!card.implementer().isEmpty()) {
            facts.add(new Span(card.implementer()));
        }
        facts.add(new Span(words.day(card.starts()) + " – " + words.day(card.due())));
        facts.add(Pieces.progress(card, words));
        card.signs().stream()
                .sorted()
                .forEach(sign -> facts.add(new StatusBadge(
                        sign == MeasureSign.REPORT_DUE ? Status.WAITING : Status.LATE, words.of("sign", sign))));
        if (page.verifier() != null && page.verifiedAt() == null) {
            facts.add(new Span(words.text("advocacy.measure.verifier", words.name(page.verifier()))));
        }
        if (card.nextReport() != null && card.state().runs()) {
            facts.add(new Span(words.text("advocacy.measure.next-report") + ": " + words.day(card.nextReport())));
        }
        return new PageHeading(words.name(card.title()))
                .in(card.title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(AdvocacyPages.MEASURES), words.text("advocacy.public.measures")),
                        new Span(code))
                .facts(facts.toArray(Component[]::new));
    }

    private void evidence(MeasurePage page, boolean open) {
        if (!open && page.evidence().isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("evidence");
        for (Measures.EvidenceLine line : page.evidence()) {
            StoredFile file = line.file();
            String path = file == null ? line.link() : FilePages.file(file.id());
            String otherwise = file == null ? line.link() : file.name();
            if (!path.isEmpty()) {
                Anchor link = new Anchor(path, line.about().isEmpty() ? otherwise : line.about());
                link.setRouterIgnore(true);
                link.getElement().setAttribute("rel", "noopener nofollow");
                list.add(new ListItem(link));
            }
        }
        Section part = Pieces.part(words.text("advocacy.evidence"), list);
        if (open) {
            part.add(ties.showing(acts(), page, this::again));
        }
        body.add(part);
    }

    private void reports(MeasurePage page) {
        for (ReportLine report : page.reports()) {
            Div facts = new Div(
                    new Span(words.text(report.published() ? "advocacy.app.published" : "advocacy.app.draft-report")),
                    new Span(words.moment(report.at())),
                    new Span(words.text("advocacy.percent", report.progress())));
            facts.addClassName("meta");
            if (report.author() != null) {
                facts.add(new Span(
                        words.text("advocacy.app.reported-by", report.author().name())));
            }
            if (report.onBehalfOf() != null) {
                facts.add(words.shown(report.onBehalfOf()));
            }
            Section part = Pieces.part(
                    words.text("advocacy.app.report"), facts, Pieces.prose(report.text(), report.language()));
            AimPart.readings(report, words).ifPresent(part::add);
            if (!report.published() && page.mayKeep() && page.card().state().runs()) {
                part.add(acts.publish(report, words, this::again));
            }
            body.add(part);
        }
    }
}
