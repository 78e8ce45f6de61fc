package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.EntryDesk.Suggestion;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.StatusBadge;

/** Entries and suggested changes as lines of a list. */
class EntryLines extends UnorderedList {

    private final DeskWords words;

    EntryLines(DeskWords words) {
        this.words = words;
        addClassNames("rows", "entry-lines");
    }

    EntryLines entries(List<EntryCard> cards) {
        cards.forEach(card -> add(line(card)));
        return this;
    }

    /** @param authors whether it is said who wrote them */
    EntryLines suggestions(List<Suggestion> suggestions, boolean authors) {
        suggestions.forEach(suggestion -> add(line(suggestion, authors)));
        return this;
    }

    private ListItem line(EntryCard card) {
        Span meta = meta(new Span(words.kind(card.kind())));
        if (card.place() != null && !card.kind().territory()) {
            meta.add(new Span(words.place(card.place())));
        }
        if (card.member()) {
            meta.add(new Span(words.text("alliance.directory.member")));
        }
        if (card.checkedOn() != null) {
            meta.add(new Span(words.text("alliance.entry.checked", words.day(card.checkedOn()))));
        }
        ListItem line = row(AlliancePages.edit(card.slug()), words.name(card.names()), meta);
        if (card.state() != EditorialState.CONFIRMED) {
            line.add(end(words.state(card.state())));
        }
        return line;
    }

    private ListItem line(Suggestion suggestion, boolean author) {
        DifferenceWords differences = new DifferenceWords(words);
        Span meta = meta(words.time(suggestion.at()));
        if (author) {
            meta.addComponentAsFirst(new PersonChip(
                    suggestion.by().id(),
                    suggestion.by().name(),
                    suggestion.by().picture(),
                    suggestion.by().language()));
        }
        Span what = new Span(
                suggestion.fields().stream().map(differences::field).distinct().collect(Collectors.joining(", ")));
        what.addClassName("row-text");
        ListItem line = row(
                AlliancePages.suggestion(suggestion.id()),
                words.name(suggestion.entry().names()),
                meta);
        line.addComponentAtIndex(1, what);
        if (!author) {
            line.add(end(badge(words, suggestion.state())));
        }
        return line;
    }

    static StatusBadge badge(DeskWords words, RevisionState state) {
        return new StatusBadge(
                switch (state) {
                    case WAITING -> StatusBadge.Status.WAITING;
                    case TAKEN -> StatusBadge.Status.DONE;
                    case REFUSED -> StatusBadge.Status.LATE;
                },
                words.word("revision", state));
    }

    private static ListItem row(String path, Span name, Span meta) {
        Anchor link = new Anchor(path, name);
        Span title = new Span(link);
        title.addClassName("row-title");
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        return row;
    }

    private static Span meta(Component... facts) {
        Span meta = new Span(facts);
        meta.addClassNames("row-meta", "meta");
        return meta;
    }

    private static Span end(Component badge) {
        Span end = new Span(badge);
        end.addClassName("row-end");
        return end;
    }
}
