package org.kvartal.forum.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.calendar.Calendar;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.SeriesBook;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a series is set up, once. */
@Route(ForumPages.NEW_SERIES)
@PermitAll
@StyleSheet("context://forum/forum.css")
class NewSeriesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SeriesBook series;
    private final ForumPeople people;
    private final Places places;
    private final Calendar calendar;
    private final Permissions permissions;
    private final House house;
    private final Words words;

    NewSeriesView(
            SeriesBook series,
            ForumPeople people,
            Places places,
            Calendar calendar,
            Permissions permissions,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.series = series;
        this.people = people;
        this.places = places;
        this.calendar = calendar;
        this.permissions = permissions;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), ForumRights.MANAGE_SERIES, Scope.PLATFORM);
        SeriesForm form = new SeriesForm(
                series,
                SeriesId.next(),
                null,
                permissions.has(words.asker(), ForumRights.NAME_FACILITATORS, Scope.PLATFORM),
                people,
                places,
                new ClashNote(calendar, words),
                house.zone(),
                words);
        form.onLeft(() -> getUI().ifPresent(ui -> ui.navigate(ForumPages.SESSIONS)));
        form.onSent(() -> {
            Notices.done(words.text("forum.app.series.made"));
            getUI().ifPresent(ui -> ui.navigate(ForumPages.SESSIONS));
        });
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions"))
                        .lead(words.text("forum.app.series.new-lead")),
                form);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.app.series.new");
    }
}
