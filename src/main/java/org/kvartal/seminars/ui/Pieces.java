package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Small pieces that several pages show. */
final class Pieces {

    private Pieces() {}

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

    static Paragraph quiet(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassName("part-none");
        return line;
    }

    /** A text as it was written, with its lines. */
    static Div prose(LocalizedText text, Words words) {
        Div prose = new Div();
        prose.addClassName("prose");
        prose.getElement().setAttribute("lang", text.shownIn(words.language()).code());
        words.name(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::new)
                .forEach(prose::add);
        return prose;
    }

    static StatusBadge badge(SeminarState state, Words words) {
        Status status = switch (state) {
            case DRAFT, ARCHIVED, FINISHED -> Status.PLAIN;
            case PUBLISHED, REGISTRATION_CLOSED -> Status.WAITING;
            case REGISTRATION_OPEN, RUNNING -> Status.DONE;
            case CANCELLED -> Status.LATE;
        };
        return new StatusBadge(status, words.of("state", state));
    }

    static StatusBadge badge(RegistrationState state, Words words) {
        Status status = switch (state) {
            case STARTED, PENDING, WAITLISTED, OFFERED -> Status.WAITING;
            case CONFIRMED, CHECKED_IN, COMPLETED -> Status.DONE;
            case EXPIRED, WITHDRAWN -> Status.PLAIN;
            case DECLINED, INCOMPLETE, NO_SHOW -> Status.LATE;
        };
        return new StatusBadge(status, words.of("place", state));
    }

    static StatusBadge badge(CertificateState state, Words words) {
        Status status = switch (state) {
            case ISSUED -> Status.DONE;
            case EXPIRED, REPLACED -> Status.PLAIN;
            case REVOKED -> Status.LATE;
        };
        return new StatusBadge(status, words.of("certificate-state", state));
    }

    static UnorderedList rows() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        return rows;
    }

    /** @param end what stands at its right, null for nothing */
    static ListItem row(Component title, @Nullable Component end, Component... facts) {
        Div name = new Div(title);
        name.addClassName("row-title");
        Div meta = new Div(facts);
        meta.addClassNames("row-meta", "meta");
        ListItem row = new ListItem(name, meta);
        if (end != null) {
            Div right = new Div(end);
            right.addClassName("row-end");
            row.add(right);
        }
        row.addClassName("row");
        return row;
    }

    static Anchor link(SeminarCard card, Words words) {
        Anchor title = new Anchor(SeminarPages.seminar(card.slug()));
        title.add(words.shown(card.title()));
        return title;
    }

    /** @param mine where the reader's own place stands, null where they have none, or it does not matter */
    static ListItem seminar(SeminarCard card, @Nullable RegistrationState mine, Words words) {
        List<Component> facts = new ArrayList<>();
        facts.add(new Span(words.when(card)));
        if (!card.place().isEmpty()) {
            facts.add(new Span(card.place()));
        }
        if (card.online()) {
            facts.add(new Span(words.text("seminars.online")));
        }
        facts.add(mine == null ? badge(card.state(), words) : badge(mine, words));
        if (mine == null && card.state().givesPlaces()) {
            facts.add(new Span(seats(card, words)));
        }
        return row(link(card, words), null, facts.toArray(Component[]::new));
    }

    /** A seminar for its team: it leads to the desk. */
    static ListItem led(SeminarCard card, Words words) {
        Anchor title = new Anchor(SeminarPages.desk(card.slug()));
        title.add(words.shown(card.title()));
        List<Component> facts = new ArrayList<>();
        facts.add(new Span(words.when(card)));
        facts.add(badge(card.state(), words));
        if (card.state().givesPlaces()) {
            facts.add(new Span(seats(card, words)));
        }
        return row(title, null, facts.toArray(Component[]::new));
    }

    /** How many seats are free, and how many people wait. */
    static String seats(SeminarCard card, Words words) {
        return card.free() > 0
                ? words.text("seminars.app.free", card.free(), card.capacity())
                : words.text("seminars.app.full", card.waiting());
    }

    /** Somebody who has an account, or is known by name alone. */
    static Component person(@Nullable PersonCard person, String name) {
        return person == null
                ? new Span(name)
                : new PersonChip(person.id(), person.name(), person.picture(), person.language());
    }

    /** Says that a field is empty that must not be; false where it is not. */
    static <F extends HasValue<?, ?> & HasValidationProperties> boolean missing(F field, Words words) {
        boolean empty = field.getValue() instanceof String text ? text.isBlank() : field.isEmpty();
        if (empty && !field.isInvalid()) {
            field.setErrorMessage(words.text("kernel.refused.missing"));
            field.setInvalid(true);
        }
        return empty || field.isInvalid();
    }
}
