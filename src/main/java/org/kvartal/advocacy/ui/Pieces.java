package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.accounts.PersonCard;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Dispatches.DispatchLine;
import org.kvartal.advocacy.Lateness;
import org.kvartal.advocacy.MeasureSign;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Measures.MeasureCard;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Small pieces that several pages show. */
final class Pieces {

    private Pieces() {}

    /** Who has verified a measure, as far as the reader may know. */
    static String verifiedBy(MeasurePage page, Words words) {
        LocalizedText association = page.verifiedFor();
        PersonCard person = page.verifiedBy();
        String who = association != null ? words.name(association) : words.text("advocacy.measure.office");
        return words.text("advocacy.measure.verified-by", person == null ? who : person.name() + ", " + who);
    }

    static Section part(String title, Component... content) {
        Section part = new Section(new H2(title));
        part.addClassName("part");
        part.add(content);
        return part;
    }

    static Anchor button(String path, String words, boolean main) {
        Anchor link = new Anchor(path, words);
        link.addClassName("button");
        if (main) {
            link.addClassName("main");
        }
        return link;
    }

    /** A text as it was written, with its lines. */
    static Div prose(LocalizedText text, Words words) {
        return prose(words.name(text), text.shownIn(words.language()));
    }

    static Div prose(String text, Language language) {
        Div prose = new Div();
        prose.addClassName("prose");
        prose.getElement().setAttribute("lang", language.code());
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::new)
                .forEach(prose::add);
        return prose;
    }

    static Span code(String code) {
        Span shown = new Span(code);
        shown.addClassName("ref-code");
        return shown;
    }

    static StatusBadge badge(RecommendationState state, Words words) {
        Status status = switch (state) {
            case DRAFT, RETIRED, SUPERSEDED -> Status.PLAIN;
            case PROPOSED, IN_CONSULTATION -> Status.WAITING;
            case ADOPTED, ACTIVE, CLOSED -> Status.DONE;
        };
        return new StatusBadge(status, words.of("state", state));
    }

    static StatusBadge badge(MeasureState state, Words words) {
        Status status = switch (state) {
            case PLANNED, ON_HOLD, CANCELLED -> Status.PLAIN;
            case COMMITTED, IN_PROGRESS, REPORTED_DONE -> Status.WAITING;
            case VERIFIED_IMPLEMENTED, VERIFIED_PARTLY -> Status.DONE;
            case VERIFIED_NOT -> Status.LATE;
        };
        return new StatusBadge(status, words.of("measure-state", state));
    }

    /** Where a letter stands: the position, how late its answer is, or its state. */
    static StatusBadge badge(DispatchLine line, Words words) {
        Position position = line.position();
        if (position != null) {
            boolean no = position == Position.REFUSED || position == Position.NO_REPLY;
            return new StatusBadge(no ? Status.LATE : Status.DONE, words.of("position", position));
        }
        Lateness lateness = line.lateness();
        if (lateness != null) {
            return new StatusBadge(
                    lateness == Lateness.WAITING ? Status.WAITING : Status.LATE, words.of("lateness", lateness));
        }
        Status status = switch (line.state()) {
            case BOUNCED -> Status.LATE;
            case DISCARDED -> Status.PLAIN;
            case PREPARED, SIGNED, SENT, NEEDS_CLASSIFICATION, CLARIFICATION, ANSWERED, CLOSED -> Status.WAITING;
        };
        return new StatusBadge(status, words.of("letter-state", line.state()));
    }

    static ListItem row(Component title, Component end, Component... facts) {
        Div name = new Div(title);
        name.addClassName("row-title");
        Div meta = new Div(facts);
        meta.addClassNames("row-meta", "meta");
        Div right = new Div(end);
        right.addClassName("row-end");
        ListItem row = new ListItem(name, meta, right);
        row.addClassName("row");
        return row;
    }

    static UnorderedList rows() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        return rows;
    }

    static ListItem recommendation(RecommendationCard card, Words words) {
        Anchor title = new Anchor(AdvocacyPages.recommendation(card.code()), words.name(card.title()));
        title.getElement()
                .setAttribute("lang", card.title().shownIn(words.language()).code());
        List<Component> facts = new ArrayList<>();
        facts.add(badge(card.state(), words));
        if (card.associations() > 0) {
            facts.add(new Span(words.text("advocacy.count.associations", card.associations())));
        }
        if (card.people() > 0) {
            facts.add(new Span(words.text("advocacy.count.people", card.people())));
        }
        if (card.letters() > 0) {
            facts.add(new Span(words.text("advocacy.count.letters", card.letters(), card.answered())));
        }
        if (card.measures() > 0) {
            facts.add(new Span(words.text("advocacy.count.measures", card.measures())));
        }
        return row(title, code(card.code()), facts.toArray(Component[]::new));
    }

    static ListItem measure(MeasureCard card, Words words) {
        Anchor title = new Anchor(AdvocacyPages.measure(card.code()), words.name(card.title()));
        title.getElement()
                .setAttribute("lang", card.title().shownIn(words.language()).code());
        List<Component> facts = new ArrayList<>();
        facts.add(badge(card.state(), words));
        facts.add(words.shown(card.owner()));
        facts.add(new Span(words.text("advocacy.measure.until", words.day(card.due()))));
        facts.add(progress(card, words));
        card.signs().stream()
                .sorted()
                .forEach(sign -> facts.add(new StatusBadge(
                        sign == MeasureSign.REPORT_DUE ? Status.WAITING : Status.LATE, words.of("sign", sign))));
        return row(title, code(card.code()), facts.toArray(Component[]::new));
    }

    /** How far a measure is: as a fact only while it runs and once it is verified, else as what was last reported. */
    static Span progress(MeasureCard card, Words words) {
        return new Span(
                words.text(card.state().claimed() ? "advocacy.percent-reported" : "advocacy.percent", card.progress()));
    }

    static ListItem letter(DispatchLine line, Words words, boolean named) {
        String who = line.unit().isEmpty()
                ? words.name(line.addressee())
                : words.name(line.addressee()) + ", " + line.unit();
        Anchor title =
                new Anchor(AdvocacyPages.letter(line.id()), named ? who + " · " + words.name(line.title()) : who);
        List<Component> facts = new ArrayList<>();
        facts.add(badge(line, words));
        facts.add(new Span(words.of("way", line.way())));
        if (line.sentOn() != null) {
            facts.add(new Span(words.text("advocacy.reply.sent-on", words.day(line.sentOn()))));
        }
        if (line.replyBy() != null && line.position() == null) {
            facts.add(new Span(words.text("advocacy.app.reply-by", words.day(line.replyBy()))));
        }
        return row(title, code(line.code()), facts.toArray(Component[]::new));
    }
}
