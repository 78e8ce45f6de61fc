package org.kvartal.seminars.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.seminars.CheckIn.RoomCode;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.QrPicture;

/** The picture on the wall by which people let themselves in; it changes every few seconds, so that a photograph of it opens nothing. */
@Route(SeminarPages.SEMINARS + "/:slug/" + SeminarPages.DOOR)
@PermitAll
@StyleSheet("context://seminars/seminars.css")
class DoorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskTools tools;
    private final House house;
    private final Words words;
    private final Div picture = new Div();
    private String slug = "";
    private @Nullable SeminarPage page;

    DoorView(DeskTools tools, House house, Messages messages, Wording wording, CurrentReader currentReader) {
        this.tools = tools;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassNames("view", "seminars", "wide", "door");
        picture.addClassName("door-picture");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        SeminarPage now = tools.seminars().find(words.asker(), slug).orElseThrow(NotFound::new);
        if (!now.may().letIn()) {
            throw new Forbidden();
        }
        page = now;
        removeAll();
        H1 title = new H1();
        title.add(words.shown(now.card().title()));
        add(
                title,
                new Span(words.day(today(now).date())),
                picture,
                new Paragraph(words.text("seminars.app.door-text")),
                new Anchor(SeminarPages.checkIn(slug), words.text("seminars.app.check-in")));
        var _ = show();
    }

    @Override
    public String getPageTitle() {
        return words.text("seminars.app.door");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        renew(attached.getUI(), show());
    }

    private Day today(SeminarPage now) {
        return AttendancePart.day(
                now,
                null,
                LocalDate.ofInstant(tools.clock().instant(), now.card().zone()));
    }

    private @Nullable RoomCode show() {
        SeminarPage now = page;
        if (now == null) {
            return null;
        }
        RoomCode code =
                tools.checkIn().code(words.asker(), now.card().id(), today(now).id());
        picture.removeAll();
        picture.add(new QrPicture(
                house.address(SeminarPages.room(slug, code.value())), words.text("seminars.app.door-text")));
        return code;
    }

    /** It is shown anew when it changes, for as long as the page is shown. */
    private void renew(UI ui, @Nullable RoomCode code) {
        if (code == null) {
            return;
        }
        long wait = Math.max(
                1, Duration.between(tools.clock().instant(), code.until()).toMillis() + 200);
        CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS).execute(() -> {
            try {
                var _ = ui.access(() -> {
                    if (isAttached()) {
                        renew(ui, show());
                    }
                });
            } catch (UIDetachedException left) {
                // Nobody looks any more.
            }
        });
    }
}
