package org.kvartal.discussions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.NeedCard;
import org.kvartal.discussions.NeedFacts;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.RelativeTime;

/** The need at the head of a thread: what it says, who stands behind it, and what one may do about it. Nothing where the thread is none. */
class NeedPart extends Div {

    private final NeedDesk desk;
    private final ThreadHead head;
    private final Reader reader;
    private @Nullable NeedCard card;
    private @Nullable NeedBacking backing;
    private boolean writing;

    NeedPart(NeedDesk desk, ThreadHead head, Reader reader) {
        this.desk = desk;
        this.head = head;
        this.reader = reader;
        addClassName("need-part");
        show(head.need());
    }

    /** Shows what has come meanwhile; a form that somebody writes in stays. */
    void renew(@Nullable NeedCard news) {
        NeedCard shown = card;
        if (news != null && shown != null && news.revision() < shown.revision()) {
            // Told before what the reader has done since.
            return;
        }
        if (!writing && news != null && shown != null && backing != null && news.version() == shown.version()) {
            card = news;
            backing.show(news);
        } else if (writing) {
            card = news;
        } else {
            show(news);
        }
    }

    private void show(@Nullable NeedCard shown) {
        removeAll();
        writing = false;
        card = shown;
        backing = null;
        if (shown != null) {
            add(card(shown));
        } else if (head.mayState()) {
            Button make = new Button(getTranslation("discussions.need.make"), Icon.FLAG.create(), _ -> write(null));
            make.addThemeVariants(ButtonVariant.TERTIARY);
            make.addClassName("need-make");
            add(make);
        }
        setVisible(getComponentCount() > 0);
    }

    private void showAgain() {
        show(desk.card(reader, head.id()));
    }

    // ---------- the card ----------

    private Section card(NeedCard need) {
        NeedFacts facts = need.facts();
        H2 title = new H2(Icon.FLAG.create(), new Span(getTranslation("discussions.need.title")));
        title.setId("need");
        title.addClassName("need-title");
        Div top = new Div(title);
        top.addClassName("need-head");
        Instant changed = need.changedAt();
        if (changed != null) {
            Span when = new Span(
                    new Span(getTranslation("discussions.need.changed") + " "),
                    new RelativeTime(changed, desk.wording(), reader));
            when.addClassName("need-changed");
            top.add(when);
        }
        Paragraph concerned = new Paragraph(facts.concerned());
        concerned.addClassName("need-who");
        concerned.getElement().setAttribute("lang", facts.language().code());
        NeedBacking behind = new NeedBacking(desk, head.id(), reader, this::act);
        behind.show(need);
        backing = behind;
        Section section = new Section(top, concerned, facts(need), behind);
        section.addClassName("need");
        section.getElement().setAttribute("aria-labelledby", "need");
        if (head.mayState()) {
            behind.offer(change(need), unmark());
        }
        return section;
    }

    private DescriptionList facts(NeedCard need) {
        NeedFacts facts = need.facts();
        NeedFacts.Since since = facts.since();
        DescriptionList list = new DescriptionList();
        list.addClassName("need-facts");
        LocalizedText place = need.placeName();
        Span where = place == null
                ? in(facts.language(), facts.where())
                : in(place.shownIn(reader.language()), place.in(reader.language()));
        fact(list, "discussions.need.where", where);
        fact(
                list,
                "discussions.need.since",
                new Span(
                        since.month() == null
                                ? desk.wording().year(since.year(), reader.language())
                                : desk.wording().month(since.first(), reader.language())));
        Integer many = facts.howMany();
        if (many != null) {
            fact(list, "discussions.need.how-many", new Span(desk.wording().number(many, reader.language())));
        }
        return list;
    }

    private static Span in(Language language, String text) {
        Span words = new Span(text);
        words.getElement().setAttribute("lang", language.code());
        return words;
    }

    private void fact(DescriptionList list, String name, Span value) {
        Div row = new Div(new DescriptionList.Term(getTranslation(name)), new DescriptionList.Description(value));
        row.addClassName("need-fact");
        list.getElement().appendChild(row.getElement());
    }

    // ---------- what one may do ----------

    private Button change(NeedCard need) {
        Button change = new Button(getTranslation("discussions.need.change"), _ -> write(card == null ? need : card));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        return change;
    }

    /** Whether somebody stands behind it is known where it is written down: the button goes as soon as one does. */
    private Button unmark() {
        Button unmark = new Button(
                getTranslation("discussions.need.unmark"),
                _ -> act(() -> desk.needs().takeBack(reader.asker(), head.id())));
        unmark.addThemeVariants(ButtonVariant.TERTIARY);
        return unmark;
    }

    private void write(@Nullable NeedCard need) {
        removeAll();
        writing = true;
        card = need;
        NeedFields fields = desk.fields(reader);
        NeedForm form = need == null
                ? new NeedForm(
                        fields,
                        desk.messages(),
                        reader,
                        getTranslation("discussions.need.form.make"),
                        head.language(),
                        facts -> desk.needs().state(reader.asker(), head.id(), facts))
                : new NeedForm(
                        fields.with(need.facts()),
                        desk.messages(),
                        reader,
                        getTranslation("discussions.need.form.save"),
                        need.facts().language(),
                        facts -> desk.needs().change(reader.asker(), head.id(), need.version(), facts));
        form.onSent(this::showAgain).onLeft(this::showAgain);
        add(form);
        form.focus();
    }

    /** Does something about the need and shows what became of it. */
    private void act(Runnable act) {
        try {
            act.run();
        } catch (Refused | Forbidden | NotFound failure) {
            Notices.problem(desk.words().problem(reader.language(), failure).problem());
        }
        renew(desk.card(reader, head.id()));
    }
}
