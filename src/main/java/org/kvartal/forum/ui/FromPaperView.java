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
import org.kvartal.forum.Room;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** Where a session is set up that was held without the house, to be entered from paper. */
@Route(ForumPages.FROM_PAPER)
@PermitAll
@StyleSheet("context://forum/forum.css")
class FromPaperView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Room room;
    private final Places places;
    private final Calendar calendar;
    private final Permissions permissions;
    private final House house;
    private final Words words;

    FromPaperView(
            Room room,
            Places places,
            Calendar calendar,
            Permissions permissions,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.room = room;
        this.places = places;
        this.calendar = calendar;
        this.permissions = permissions;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), ForumRights.FACILITATE, Scope.PLATFORM);
        SessionForm form = SessionForm.entering(room, places, new ClashNote(calendar, words), house.zone(), words);
        form.onLeft(() -> getUI().ifPresent(ui -> ui.navigate(ForumPages.SESSIONS)));
        form.onSent(() -> getUI().ifPresent(ui -> ui.navigate(ForumPages.SESSIONS + "/" + form.code() + "/agenda")));
        removeAll();
        add(
                new PageHeading(getPageTitle())
                        .below(ShellPages.path(ForumPages.SESSIONS), words.text("forum.sessions"))
                        .lead(words.text("forum.room.from-paper-lead")),
                form);
    }

    @Override
    public String getPageTitle() {
        return words.text("forum.room.enter-from-paper");
    }
}
