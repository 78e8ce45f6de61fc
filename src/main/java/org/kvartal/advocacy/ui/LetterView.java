package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.Destination;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.Dispatches.Reminder;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
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

/** A letter: who prepared and signed it, where it is, what was answered, and what can be done now. */
@Route(AdvocacyPages.LETTERS + "/:letter([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class LetterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Dispatches dispatches;
    private final Recommendations recommendations;
    private final LetterActs acts;
    private final Trace trace;
    private final Files files;
    private final Words words;
    private final Rereading.Watch watch;
    private final Div head = new Div();
    private final Div place = new Div();
    private final Div body = new Div();
    private @Nullable DispatchId id;
    private String title = "";
    private @Nullable Read shown;

    LetterView(
            Dispatches dispatches,
            Recommendations recommendations,
            LetterActs acts,
            Trace trace,
            Files files,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.dispatches = dispatches;
        this.recommendations = recommendations;
        this.acts = acts;
        this.trace = trace;
        this.files = files;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassName("view");
        place.addClassName("asking");
    }

    /** @param asks what it asks for, until its words are frozen in a file */
    private record Read(DispatchPage page, @Nullable RecommendationText asks, List<Step> trail) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = DispatchId.of(event.getRouteParameters().get("letter").orElseThrow(NotFound::new));
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
        Read read = read();
        watch.on(List.of(AdvocacyTopics.of(read.page().line().recommendation())), this::read, this::news);
        removeAll();
        add(head, place, body);
        show(read);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Read read() {
        DispatchId letter = Objects.requireNonNull(id);
        DispatchPage page = dispatches.find(words.asker(), letter).orElseThrow(NotFound::new);
        RecommendationText asks = page.line().state() == DispatchState.PREPARED
                ? recommendations
                        .find(words.asker(), page.line().code())
                        .map(RecommendationPage::text)
                        .orElse(null)
                : null;
        return new Read(page, asks, trace.walk(words.asker(), letter.traced(), words.language()));
    }

    /** What looks as before is left alone: somebody may be pressing something on it. */
    private void news(Read read) {
        if (!read.equals(shown)) {
            show(read);
        }
    }

    private void show(Read read) {
        shown = read;
        DispatchPage page = read.page();
        DispatchLine line = page.line();
        title = words.text("advocacy.app.letter-to", words.name(line.addressee()));
        head.removeAll();
        body.removeAll();
        Acts possible = new Acts(words, place, () -> show(read()));
        acts.into(possible, page);
        head.add(possible.beside(heading(page)));
        if (!page.bounced().isEmpty() && line.state() == DispatchState.BOUNCED) {
            body.add(new Paragraph(page.bounced()));
        }
        body.add(destination(page));
        if (!page.covering().isEmpty()) {
            body.add(Pieces.part(
                    words.text("advocacy.app.field.covering"), Pieces.prose(page.covering(), page.language())));
        }
        RecommendationText asks = read.asks();
        if (asks != null) {
            asked(asks, page.language());
        }
        if (page.altered()) {
            Paragraph altered = new Paragraph(words.text("advocacy.refused.altered"));
            altered.addClassNames("notice", "late");
            altered.getElement().setAttribute("role", "alert");
            body.add(altered);
        }
        StoredFile letter = page.letter();
        if (letter != null) {
            Anchor file = new Anchor(files.address(letter.id(), words.asker()), letter.name());
            file.setRouterIgnore(true);
            Div hash = new Div(new Span("SHA-256 "), new Span(String.valueOf(page.hash())));
            hash.addClassNames("meta", "hash");
            body.add(Pieces.part(words.text("advocacy.reply.letter"), file, hash));
        }
        for (Reminder reminder : page.reminders()) {
            body.add(Pieces.part(
                    words.text("advocacy.app.reminder", words.day(reminder.replyBy())),
                    Pieces.prose(reminder.text(), page.language()),
                    new Span(
                            reminder.sentAt() == null
                                    ? words.text("advocacy.app.reminder-open")
                                    : words.text("advocacy.app.reminder-sent", words.moment(reminder.sentAt())))));
        }
        page.replies().forEach(reply -> body.add(reply(reply)));
        page.clarifications()
                .forEach(one -> body.add(Pieces.part(
                        words.text("advocacy.app.our-answer", words.moment(one.saidAt())),
                        Pieces.prose(one.text(), page.language()))));
        if (!page.note().isEmpty()) {
            body.add(Pieces.part(words.text("advocacy.app.field.note"), Pieces.prose(page.note(), words.language())));
        }
        body.add(new TrailPart(read.trail(), words.wording(), words.reader()));
        watch.shown();
    }

    /** Whoever signs reads it as the addressee will. */
    private void asked(RecommendationText asks, Language language) {
        body.add(Pieces.part(asks.title().in(language)));
        asked("problem", asks.problem(), language);
        asked("affected", asks.affected(), language);
        asked("proposal", asks.proposal(), language);
        asked("legal", asks.legal(), language);
        if (asks.cost() != null) {
            body.add(new Paragraph(words.text("advocacy.field.cost") + ": " + words.of("cost", asks.cost())));
        }
        if (asks.byWhen() != null) {
            body.add(new Paragraph(words.text("advocacy.field.by-when") + ": " + words.day(asks.byWhen())));
        }
    }

    private void asked(String field, @Nullable LocalizedText text, Language language) {
        if (text != null) {
            body.add(Pieces.part(
                    words.text("advocacy.field." + field), Pieces.prose(text.in(language), text.shownIn(language))));
        }
    }

    /** Whoever signs sees where it goes. */
    private Section destination(DispatchPage page) {
        Destination to = page.to();
        Section part = Pieces.part(words.text("advocacy.app.goes-to"));
        Stream.of(to.holder(), to.post(), words.name(page.line().addressee()), to.unit(), to.address(), to.email())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .distinct()
                .forEach(line -> part.add(new Div(line)));
        return part;
    }

    private PageHeading heading(DispatchPage page) {
        DispatchLine line = page.line();
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(line, words));
        facts.add(new Span(words.of("way", line.way())));
        facts.add(new Span(
                words.text("advocacy.app.letter-language", page.language().ownName())));
        if (line.sentOn() != null) {
            facts.add(new Span(words.text("advocacy.reply.sent-on", words.day(line.sentOn()))));
        }
        if (line.replyBy() != null) {
            facts.add(new Span(words.text("advocacy.app.reply-by", words.day(line.replyBy()))));
        }
        if (!page.registry().isEmpty()) {
            facts.add(new Span(words.text("advocacy.app.registered", page.registry())));
        }
        if (page.preparedBy() != null) {
            facts.add(new Span(
                    words.text("advocacy.paper.prepared", page.preparedBy().name())));
        }
        if (page.signedBy() != null) {
            facts.add(new Span(words.text(
                    page.alone() ? "advocacy.paper.alone" : "advocacy.paper.signed",
                    page.signedBy().name())));
        }
        if (line.state() == DispatchState.PREPARED && page.mayPrepare() && !page.maySign()) {
            facts.add(new Span(words.text("advocacy.app.sign-other")));
        }
        if (line.state() == DispatchState.CLARIFICATION && page.mayPrepare() && !page.mayAnswer()) {
            facts.add(new Span(words.text("advocacy.app.clarify-other")));
        }
        return new PageHeading(title)
                .kicker(
                        new Anchor(ShellPages.path(AdvocacyPages.ADVOCACY), words.text("advocacy.public.title")),
                        new Anchor(AdvocacyPages.recommendation(line.code()), line.code()))
                .facts(facts.toArray(Component[]::new));
    }

    private Section reply(ReplyLine reply) {
        Section part = Pieces.part(words.text(
                reply.corrected() ? "advocacy.app.reply-corrected" : "advocacy.app.reply",
                words.day(reply.receivedOn())));
        Span choice = new Span(words.of("choice", reply.choice()));
        choice.addClassName("row-title");
        part.add(choice);
        if (!reply.words().isEmpty()) {
            part.add(new BlockQuote(reply));
        }
        Div facts = new Div();
        facts.addClassName("meta");
        if (reply.reading() == Reading.IGNORED) {
            facts.add(new Span(words.text("advocacy.app.reply-ignored")));
        }
        if (reply.promisedOn() != null) {
            facts.add(new Span(words.text("advocacy.reply.promised", words.day(reply.promisedOn()))));
        }
        if (reply.until() != null) {
            facts.add(new Span(words.text("advocacy.reply.needs-until", words.day(reply.until()))));
        }
        if (!reply.passedTo().isEmpty()) {
            facts.add(new Span(words.text("advocacy.reply.passed", reply.passedTo())));
        }
        if (!reply.responsible().isEmpty()) {
            facts.add(new Span(words.text("advocacy.reply.responsible") + ": " + reply.responsible()));
        }
        if (!reply.theirNumber().isEmpty()) {
            facts.add(new Span(words.text("advocacy.app.field.their-number") + ": " + reply.theirNumber()));
        }
        if (!reply.ourNumber().isEmpty()) {
            facts.add(new Span(words.text("advocacy.app.field.our-number") + ": " + reply.ourNumber()));
        }
        StoredFile file = reply.file();
        if (file != null) {
            Anchor link = new Anchor(files.address(file.id(), words.asker()), file.name());
            link.setRouterIgnore(true);
            facts.add(link);
        }
        part.add(facts);
        return part;
    }

    /** The addressee's own words, never changed. */
    @Tag("blockquote")
    private static final class BlockQuote extends HtmlContainer {
        BlockQuote(ReplyLine reply) {
            add(Pieces.prose(reply.words(), reply.language()));
        }
    }
}
