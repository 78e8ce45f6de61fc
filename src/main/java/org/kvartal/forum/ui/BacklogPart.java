package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Agenda.Backlog;
import org.kvartal.forum.Agenda.ItemLine;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.kvartal.shell.ReasonSheet;

/** What waits for the sessions of a series, and what is said to it. Forms open in a place of their own, so that nothing that is typed goes when the list changes. */
class BacklogPart extends Div {

    static final int CARDS = 30;

    private final Agenda agenda;
    private final @Nullable SeriesId series;
    private final ForumPeople people;
    private final Words words;
    private final Div place;
    private final Runnable again;
    private final Deciding deciding = new Deciding();

    /**
     * @param place where forms open
     * @param again reads the page anew
     */
    BacklogPart(Agenda agenda, @Nullable SeriesId series, ForumPeople people, Div place, Runnable again, Words words) {
        this.agenda = agenda;
        this.series = series;
        this.people = people;
        this.place = place;
        this.again = again;
        this.words = words;
        addClassName("backlog");
    }

    Backlog read() {
        return agenda.backlog(words.asker(), series, null, CARDS);
    }

    /**
     * @param parts the sections to which items can go
     * @param desk where they are put there, null where no agenda is beside it
     */
    void show(Backlog backlog, List<AgendaPart> parts, @Nullable Desk desk) {
        removeAll();
        if (backlog.items().isEmpty()) {
            Paragraph none = new Paragraph(words.text("forum.app.backlog.none"));
            none.addClassName("part-none");
            add(none);
            return;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassName("backlog-cards");
        Div older = new Div();
        older.addClassName("older");
        more(backlog, cards, older, parts, desk);
        add(cards, older);
    }

    Deciding deciding() {
        return deciding;
    }

    private void more(Backlog backlog, UnorderedList cards, Div older, List<AgendaPart> parts, @Nullable Desk desk) {
        backlog.items().forEach(item -> cards.add(new BacklogCard(item, parts, desk, deciding, words)));
        older.removeAll();
        Agenda.ListKey next = backlog.next();
        if (next != null) {
            older.add(new Button(
                    words.text("forum.app.more"),
                    _ -> more(agenda.backlog(words.asker(), series, next, CARDS), cards, older, parts, desk)));
        }
    }

    /** What is said to a proposal. */
    final class Deciding {

        void accept(ItemLine item) {
            try {
                agenda.accept(words.asker(), item.id(), item.version());
                Notices.done(words.text("forum.app.accepted"));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
            }
            again.run();
        }

        void edit(ItemLine item) {
            ItemForm.changing(agenda, item, people, words).openIn(place, "forum.app.saved", again);
        }

        void papers(ItemLine item) {
            place.removeAll();
            PaperPart papers = new PaperPart(agenda, item.id(), words, () -> {
                place.removeAll();
                again.run();
            });
            place.add(papers);
            papers.focus();
        }

        void merge(ItemLine item) {
            new MergeForm(agenda, item, words).openIn(place, "forum.app.merged", again);
        }

        void decline(ItemLine item) {
            new ReasonSheet(
                            words,
                            "decline " + item.id(),
                            words.text("forum.app.decline-text", words.name(item.title())),
                            words.text("forum.app.decline"),
                            reason -> agenda.decline(words.asker(), item.id(), item.version(), reason))
                    .openIn(place, "forum.app.declined", again);
        }
    }
}
