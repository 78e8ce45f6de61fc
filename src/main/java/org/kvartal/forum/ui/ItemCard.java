package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.files.FilePages;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.Agenda.ThreadCounts;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.ItemVisibility;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.Prose;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** The pieces of which every page shows an item. */
final class ItemCard {

    /** As many characters of background stand on a page without a press. */
    private static final int SHORT = 280;

    private ItemCard() {}

    /** What it asks of the room, how long it takes, who presents it, who proposed it. */
    static Div facts(ItemLine item, Words words) {
        List<Component> facts = new ArrayList<>();
        Span kind = new Span(words.of("kind", item.kind()));
        kind.addClassNames("item-kind", item.kind() == ItemKind.DECIDE ? "decide" : "other");
        facts.add(kind);
        facts.add(new Span(words.minutes(item.minutes())));
        if (item.visibility() == ItemVisibility.INTERNAL) {
            facts.add(new StatusBadge(Status.PLAIN, Icon.LOCK, words.text("forum.internal")));
        }
        PersonCard presenter = item.presenter();
        PersonCard proposer = item.proposer();
        if (presenter != null) {
            facts.add(person(words.text("forum.presents"), presenter));
        }
        if (proposer != null && (presenter == null || !presenter.id().equals(proposer.id()))) {
            Span by = person(words.text("forum.proposed-by"), proposer);
            MemberCard association = item.onBehalfOf();
            if (association != null) {
                by.add(words.forWhom(association));
            }
            facts.add(by);
        }
        if (item.merged() > 0) {
            facts.add(new Span(words.text("forum.merged-count", item.merged())));
        }
        Div meta = new Div(facts.toArray(Component[]::new));
        meta.addClassNames("meta", "item-facts");
        return meta;
    }

    private static Span person(String label, PersonCard card) {
        Span words = new Span(label + " ");
        words.addClassName("item-person-label");
        Span person = new Span(words, new PersonChip(card.id(), card.name(), card.picture(), card.language()));
        person.addClassName("item-person");
        return person;
    }

    /** The thread from which it comes, and who stands behind it. */
    static Div origin(Origin origin, Words words) {
        Anchor link = new Anchor(
                DiscussionsPages.inWorkspace(origin.number()),
                words.text("forum.origin-link", String.valueOf(origin.number())));
        Div line = new Div(Icon.THREADS.small(), link, new Span(counts(origin.counts(), words)));
        line.addClassNames("meta", "origin");
        return line;
    }

    /** "3 people and 2 associations behind it", "14 posts by 6 people". */
    static String counts(ThreadCounts counts, Words words) {
        return counts.people() + counts.associations() > 0
                ? words.text("forum.behind", counts.people(), counts.associations())
                : words.text("forum.posts", counts.posts(), counts.writers());
    }

    /** What one should know before: short words stand there, long ones open by a press. */
    static Component background(ItemLine item, Words words) {
        Prose prose = new Prose(item.html(), item.title().source());
        if (item.context().length() <= SHORT) {
            return prose;
        }
        Details details = new Details(words.text("forum.app.context"), prose);
        details.addClassName("background");
        return details;
    }

    static Div papers(List<StoredFile> papers, Words words) {
        Div list = new Div();
        list.addClassName("papers");
        papers.forEach(paper -> list.add(paper(paper, words)));
        return list;
    }

    static Anchor paper(StoredFile paper, Words words) {
        Anchor link = new Anchor(FilePages.file(paper.id()));
        link.setRouterIgnore(true);
        link.getElement().setAttribute("target", "_blank");
        Span name = new Span(paper.name());
        name.addClassName("file-name");
        Span size = new Span(words.size(paper.size()));
        size.addClassName("file-size");
        link.add(Icon.FILE.create(), name, size);
        link.addClassName("file");
        return link;
    }
}
