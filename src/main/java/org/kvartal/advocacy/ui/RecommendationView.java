package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
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
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TrailPart;

/** A recommendation with who stands behind it, its letters, its measures and its trail; whoever writes it acts here. */
@Route(AdvocacyPages.RECOMMENDATION + "/:code(" + AdvocacyPages.RECOMMENDATION_CODE + ")")
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class RecommendationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Recommendations recommendations;
    private final RecommendationActs acts;
    private final EndorseActs endorsing;
    private final FollowActs following;
    private final EvidencePart evidence;
    private final Trace trace;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div body = new Div();
    private final Div head = new Div();
    private final Div place = new Div();
    private String code = "";
    private String title = "";
    private @Nullable Read shown;

    RecommendationView(
            Recommendations recommendations,
            RecommendationActs acts,
            EndorseActs endorsing,
            FollowActs following,
            EvidencePart evidence,
            Trace trace,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.recommendations = recommendations;
        this.acts = acts;
        this.endorsing = endorsing;
        this.following = following;
        this.evidence = evidence;
        this.trace = trace;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        place.addClassName("asking");
    }

    private record Read(RecommendationPage page, List<Step> trail) {}

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
        RecommendationPage page = recommendations.find(words.asker(), code).orElseThrow(NotFound::new);
        return new Read(page, trace.walk(words.asker(), page.card().id().traced(), words.language()));
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
        RecommendationPage page = read.page();
        title = code + " · " + words.name(page.text().title());
        head.removeAll();
        body.removeAll();
        Acts possible = new Acts(words, place, this::again);
        if (page.mayWrite()) {
            acts.into(possible, page);
        }
        following.into(possible, page, this::again);
        head.add(possible.beside(heading(page)));
        String successor = page.supersededBy();
        if (successor != null) {
            body.add(new Paragraph(new Anchor(
                    AdvocacyPages.recommendation(successor), words.text("advocacy.public.superseded", successor))));
        }
        RetirementReason retired = page.retired();
        if (retired != null) {
            body.add(new Paragraph(words.of("retired", retired) + ". " + page.reason()));
        }
        LocalizedText said = page.roomWords();
        if (said != null && page.card().state().open()) {
            body.add(Pieces.part(words.text("advocacy.app.room-words"), Pieces.prose(said, words)));
        }
        text("problem", page.text().problem());
        text("affected", page.text().affected());
        text("proposal", page.text().proposal());
        text("legal", page.text().legal());
        if (page.text().cost() != null) {
            body.add(new Paragraph(words.text("advocacy.field.cost") + ": "
                    + words.of("cost", page.text().cost())));
        }
        if (page.text().byWhen() != null) {
            body.add(new Paragraph(words.text("advocacy.field.by-when") + ": "
                    + words.day(page.text().byWhen())));
        }
        body.add(endorsing.of(page, words, this::again));
        evidence.of(page, words, place, this::again).ifPresent(body::add);
        letters(page);
        if (!page.measures().isEmpty()) {
            UnorderedList rows = Pieces.rows();
            page.measures().forEach(card -> rows.add(Pieces.measure(card, words)));
            body.add(Pieces.part(words.text("advocacy.public.measures"), rows));
        }
        body.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        String hash = page.hash();
        if (hash != null && page.adoptedAt() != null) {
            Div line = new Div(
                    new Span(words.text("advocacy.public.frozen", words.day(page.adoptedAt())) + " "), new Span(hash));
            line.addClassNames("meta", "hash");
            body.add(line);
        }
        watch.shown();
    }

    private PageHeading heading(RecommendationPage page) {
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(page.card().state(), words));
        if (page.consultUntil() != null && page.card().state() == RecommendationState.IN_CONSULTATION) {
            facts.add(new Span(words.text("advocacy.app.consult-until", words.day(page.consultUntil()))));
        }
        if (page.card().state().open()) {
            facts.add(new Span(words.text(page.confirmed() ? "advocacy.app.confirmed" : "advocacy.app.unconfirmed")));
        }
        return new PageHeading(words.name(page.text().title()))
                .in(page.text().title().shownIn(words.language()))
                .kicker(
                        new Anchor(ShellPages.path(AdvocacyPages.ADVOCACY), words.text("advocacy.public.title")),
                        new Span(code))
                .facts(facts.toArray(Component[]::new));
    }

    private void text(String field, @Nullable LocalizedText text) {
        if (text != null) {
            body.add(Pieces.part(words.text("advocacy.field." + field), Pieces.prose(text, words)));
        }
    }

    private void letters(RecommendationPage page) {
        if (page.letters().isEmpty()) {
            return;
        }
        UnorderedList rows = Pieces.rows();
        for (DispatchLine line : page.letters()) {
            ListItem row = Pieces.letter(line, words, false);
            ReplyLine last = line.last();
            if (last != null && !last.words().isEmpty()) {
                Div quote = Pieces.prose(last.words(), last.language());
                quote.addClassName("row-text");
                row.add(quote);
            }
            rows.add(row);
        }
        body.add(Pieces.part(words.text("advocacy.letters"), rows));
    }
}
