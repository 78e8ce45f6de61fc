package org.kvartal.seminars.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.QrPicture;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;
import org.springframework.stereotype.Component;

/** Where the reader's own place stands, why, and what can be done about it. */
class PlacePart extends Section {

    private final Tools tools;
    private final SeminarPage page;
    private final Place mine;
    private final Words words;
    private final Div asking;
    private final Runnable again;
    private final ErrorText error = new ErrorText();

    @Component
    record Tools(RegisterActs registering, CheckIn checkIn, House house) {}

    /** @param roomCode what the picture on the wall led to, null for nothing */
    PlacePart(
            Tools tools,
            SeminarPage page,
            Place mine,
            @Nullable String roomCode,
            Words words,
            Div asking,
            Runnable again) {
        this.tools = tools;
        this.page = page;
        this.mine = mine;
        this.words = words;
        this.asking = asking;
        this.again = again;
        addClassName("my-place");
        Div head = new Div(new H2(words.text("seminars.app.my-place")), Pieces.badge(mine.state(), words));
        head.addClassName("my-place-head");
        add(head);
        if (page.card().state() != SeminarState.CANCELLED) {
            add(new Paragraph(said()));
        }
        facts();
        add(error);
        if (roomCode != null && mine.state().seated()) {
            door(roomCode);
        }
        acts();
        ticket();
    }

    private String said() {
        RegistrationState state = mine.state();
        if (state == RegistrationState.WAITLISTED && mine.why() != null) {
            return words.text(
                    "seminars.wait." + Code.of(mine.why()),
                    mine.position() == null ? 0 : mine.position(),
                    mine.quota() == null ? 0 : mine.quota());
        }
        Instant until = mine.offerUntil();
        if (state == RegistrationState.OFFERED && until != null) {
            return words.text(
                    "seminars.place-text.offered",
                    words.exact(until, page.card().zone()));
        }
        if (state == RegistrationState.DECLINED) {
            return mine.reason();
        }
        return words.of("place-text", state);
    }

    private void facts() {
        Div facts = new Div();
        facts.addClassName("meta");
        if (mine.onBehalfOf() != null) {
            Span whom = new Span(words.text(
                    "seminars.app.for-whom", words.name(mine.onBehalfOf().name())));
            facts.add(whom);
        }
        if (mine.group() != null) {
            facts.add(new Span(words.text("seminars.app.of-group", mine.group())));
        }
        for (Day day : page.days()) {
            Presence presence = mine.presence().get(day.id());
            if (presence != null) {
                facts.add(new StatusBadge(
                        presence.there() ? Status.DONE : Status.PLAIN,
                        words.text("seminars.app.on-day", words.day(day.date()), words.of("presence", presence))));
            }
        }
        LocalDateTime until = page.content().withdrawUntil();
        if (mine.mayWithdraw() && mine.state() == RegistrationState.CONFIRMED && until != null) {
            ZoneId zone = page.card().zone();
            facts.add(new Span(words.text(
                    "seminars.app.withdraw-at", words.exact(until.atZone(zone).toInstant(), zone))));
        }
        if (mine.late()) {
            facts.add(new Span(words.text("seminars.app.late")));
        }
        if (facts.getElement().getChildCount() > 0) {
            add(facts);
        }
    }

    private void door(String roomCode) {
        Button here = new Button(
                words.text("seminars.app.i-am-here"),
                Icon.CHECK.create(),
                _ -> act(() -> {
                    var _ = tools.checkIn().come(words.asker(), page.card().id(), roomCode);
                }));
        here.addThemeVariants(ButtonVariant.PRIMARY);
        here.addClassName("i-am-here");
        add(here);
    }

    private void acts() {
        Acts acts = new Acts(words, asking, again);
        switch (mine.state()) {
            case STARTED, OFFERED -> {
                // Of what was given up, or has begun, nobody takes a place any more.
                if (page.card().state().givesPlaces()) {
                    take(acts);
                }
            }
            case COMPLETED ->
                acts.also(Pieces.button(
                        ShellPages.path(SeminarPages.CERTIFICATES), words.text("seminars.app.my-certificates"), false));
            default -> {}
        }
        if (mine.mayWithdraw()) {
            acts.also(
                    mine.state() == RegistrationState.OFFERED ? "refuse-offer" : RegisterActs.leaving(mine.state()),
                    () -> tools.registering().withdraw(mine.id(), mine.state(), null, words));
        }
        if (!acts.isEmpty()) {
            add(acts.row(words.text("seminars.app.my-place")));
        }
    }

    private void take(Acts acts) {
        if (mine.state() == RegistrationState.STARTED) {
            acts.next("confirm", () -> tools.registering().confirm(page, mine.id(), words));
            return;
        }
        Button take = new Button(
                words.text("seminars.app.accept"),
                _ -> act(() -> tools.registering().registrations().accept(words.asker(), mine.id())));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setDisableOnClick(true);
        acts.also(take);
    }

    /** Folded: it is wanted at the door alone. */
    private void ticket() {
        String ticket = mine.ticket();
        if (ticket == null || !page.card().state().open()) {
            return;
        }
        String address = tools.house().address(SeminarPages.ticket(page.card().slug(), ticket));
        Div picture = new Div(
                new QrPicture(address, words.text("seminars.app.ticket")),
                new Paragraph(words.text("seminars.app.ticket-text")));
        picture.addClassName("ticket");
        Details fold = new Details(words.text("seminars.app.ticket"), picture);
        fold.setOpened(page.card().state() == SeminarState.RUNNING);
        add(fold);
    }

    private void act(Runnable act) {
        error.clear();
        try {
            act.run();
        } catch (Refused refused) {
            error.say(words.refusal(refused));
            return;
        }
        Notices.done(words.text("seminars.app.done"));
        again.run();
    }
}
