package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
import java.util.UUID;
import org.kvartal.calendar.Calendar;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesBook.SeriesPage;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.PersonChip;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A series, for those who facilitate it: what it says, and when it goes on. */
@Route(ForumPages.SERIES + "/:series([0-9a-f-]{36})")
@PermitAll
@StyleSheet("context://forum/forum.css")
class SeriesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SeriesBook series;
    private final ForumPeople people;
    private final Places places;
    private final Calendar calendar;
    private final House house;
    private final Words words;
    private final Div place = new Div();
    private SeriesId id = new SeriesId(new UUID(0, 0));
    private String title = "";

    SeriesView(
            SeriesBook series,
            ForumPeople people,
            Places places,
            Calendar calendar,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.series = series;
        this.people = people;
        this.places = places;
        this.calendar = calendar;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = SeriesId.of(event.getRouteParameters().get("series").orElseThrow(NotFound::new));
        } catch (IllegalArgumentException mangled) {
            throw new NotFound();
        }
        again();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void again() {
        SeriesPage page = series.find(words.asker(), id).orElseThrow(NotFound::new);
        title = words.name(page.content().name());
        removeAll();
        place.removeAll();
        add(heading(page), place);
        if (!page.facilitators().isEmpty()) {
            Div chips = new Div();
            chips.addClassName("people");
            page.facilitators()
                    .forEach(one -> chips.add(new PersonChip(one.id(), one.name(), one.picture(), one.language())));
            add(part("forum.app.field.facilitators", chips));
        }
        if (!page.coming().isEmpty()) {
            UnorderedList dates = new UnorderedList();
            dates.addClassName("rows");
            page.coming().forEach(date -> {
                ListItem row = new ListItem(
                        words.exact(date, page.content().recurrence().zone()));
                row.addClassName("row");
                dates.add(row);
            });
            add(part("forum.app.series.planned", dates));
        }
        if (page.endedAt() == null) {
            add(ending(page));
        }
    }

    private PageHeading heading(SeriesPage page) {
        List<Component> facts = new ArrayList<>();
        if (page.endedAt() != null) {
            facts.add(new StatusBadge(Status.PLAIN, Icon.LOCK, words.text("forum.app.series.ended")));
        }
        facts.add(new Span(RhythmWords.of(page.content().recurrence(), words)));
        facts.add(new Span(words.minutes(page.content().minutes())));
        facts.add(
                new Span(words.text("forum.app.series.deadline", page.content().deadlineDays())));
        PageHeading heading = new PageHeading(title)
                .in(page.content().name().shownIn(words.language()))
                .below(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions"))
                .facts(facts.toArray(Component[]::new));
        Anchor backlog = new Anchor(ForumPages.backlog(id), words.text("forum.app.backlog"));
        backlog.addClassName("button");
        if (page.endedAt() != null) {
            return heading.acts(backlog);
        }
        Button change = new Button(
                words.text("forum.app.change"),
                _ -> new SeriesForm(
                                series,
                                id,
                                page,
                                page.mayName(),
                                people,
                                places,
                                new ClashNote(calendar, words),
                                house.zone(),
                                words)
                        .openIn(place, "forum.app.saved", this::again));
        return heading.acts(change, backlog);
    }

    private Section ending(SeriesPage page) {
        Div question = new Div();
        Button end = new Button(
                words.text("forum.app.series.end"),
                _ -> new ReasonSheet(
                                words,
                                "end " + id,
                                words.text("forum.app.series.end-text"),
                                words.text("forum.app.series.end-send"),
                                reason -> series.end(words.asker(), id, page.version(), reason))
                        .openIn(question, "forum.app.series.ended-now", this::again));
        end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Section part = new Section(end, question);
        part.addClassNames("part", "leave-part");
        return part;
    }

    private Section part(String key, Component content) {
        Section part = new Section(new H2(words.text(key)), content);
        part.addClassName("part");
        return part;
    }
}
