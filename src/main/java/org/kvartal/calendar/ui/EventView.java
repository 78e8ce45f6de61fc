package org.kvartal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.OutsideState;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** An entered event: what it is, where it stands, and what can be done about it. */
@Route(CalendarPages.EVENTS + "/:number")
@PermitAll
@StyleSheet("context://calendar/calendar.css")
class EventView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Desk desk;
    private final Div question = new Div();
    private long number;
    private String title = "";

    EventView(CalendarDesks desks) {
        desk = desks.forReader();
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = number(event);
        again();
    }

    /** The number in the address. */
    static long number(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get("number").orElseThrow(NotFound::new);
        if (!text.matches("\\d{1,15}")) {
            throw new NotFound();
        }
        return Long.parseLong(text);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void again() {
        EventPage page = desk.events().find(desk.asker(), number).orElseThrow(NotFound::new);
        LocalizedText name = page.content().title();
        title = name.in(desk.language());
        removeAll();
        question.removeAll();
        add(new PageHeading(title)
                .in(name.shownIn(desk.language()))
                .below(ShellPages.path(CalendarPages.CALENDAR), desk.text("calendar.title"))
                .facts(facts(page))
                .acts(acts(page)));
        if (page.refusal() != null) {
            add(notice("late", Icon.ALERT, desk.text("calendar.refused-because"), page.refusal()));
        } else if (page.state() == OutsideState.SUGGESTED) {
            add(notice("waiting", Icon.CLOCK, desk.text("calendar.waits-title"), desk.text("calendar.waits-text")));
        } else if (page.unseen()) {
            add(notice("waiting", Icon.CLOCK, desk.text("calendar.unseen-title"), desk.text("calendar.unseen-text")));
        }
        add(question, new EventSheet(page, desk));
        LocalizedText about = page.content().about();
        if (about != null) {
            Paragraph text = new Paragraph(desk.shown(about));
            text.addClassName("event-about");
            add(text);
        }
        if (!page.dates().isEmpty()) {
            add(new DatesPart(desk, page, this::again));
        }
    }

    private Component[] facts(EventPage page) {
        List<Component> facts = new ArrayList<>();
        if (page.state() != OutsideState.PUBLISHED) {
            facts.add(StateBadge.of(page.state(), desk));
        }
        Host host = page.host();
        if (host != null && host.path() != null) {
            Anchor link = new Anchor(host.path());
            link.add(desk.shown(host.name()));
            facts.add(link);
        } else {
            facts.add(host == null ? new Span(desk.house().name()) : desk.shown(host.name()));
        }
        if (page.state().open()) {
            Anchor open = new Anchor(
                    "/" + desk.language().code() + CalendarPages.inPublic(number), desk.text("calendar.public-page"));
            open.setRouterIgnore(true);
            facts.add(open);
        }
        return facts.toArray(Component[]::new);
    }

    private Component[] acts(EventPage page) {
        List<Component> acts = new ArrayList<>();
        if (page.mayDecide() && page.state() == OutsideState.SUGGESTED) {
            acts.add(button("calendar.refuse", ButtonVariant.ERROR, () -> ask(page, "refuse", true)));
            acts.add(button("calendar.publish", ButtonVariant.PRIMARY, () -> {
                desk.events().publish(desk.asker(), page.id(), page.version());
                Notices.done(desk.text("calendar.form.published"));
                again();
            }));
        }
        if (page.unseen()) {
            acts.add(button("calendar.look", ButtonVariant.PRIMARY, () -> {
                desk.events().look(desk.asker(), page.id(), page.version());
                Notices.done(desk.text("calendar.looked"));
                again();
            }));
        }
        if (page.mayChange()) {
            Anchor change = new Anchor(CalendarPages.edit(number), desk.text("calendar.change"));
            change.addClassName("button");
            acts.addFirst(change);
            boolean open = page.state() == OutsideState.PUBLISHED;
            acts.addFirst(button(
                    open ? "calendar.cancel" : "calendar.withdraw",
                    ButtonVariant.TERTIARY,
                    () -> ask(page, open ? "cancel" : "withdraw", open)));
        }
        return acts.toArray(Component[]::new);
    }

    /** A press that meets another version says so, and shows what stands there now. */
    private Button button(String key, ButtonVariant variant, Runnable act) {
        Button button = new Button(desk.text(key), _ -> {
            try {
                act.run();
            } catch (Refused refused) {
                Notices.problem(desk.refusal(refused));
                again();
            }
        });
        button.addThemeVariants(variant);
        return button;
    }

    private void ask(EventPage page, String what, boolean why) {
        new AskForm(
                        desk,
                        desk.text("calendar." + what + "-text", title),
                        desk.text("calendar." + what + "-send"),
                        why,
                        reason -> {
                            switch (what) {
                                case "refuse" -> desk.events().refuse(desk.asker(), page.id(), page.version(), reason);
                                case "cancel" -> desk.events().cancel(desk.asker(), page.id(), page.version(), reason);
                                default -> desk.events().withdraw(desk.asker(), page.id(), page.version());
                            }
                            Notices.done(desk.text("calendar." + what + "-done"));
                            again();
                        },
                        question::removeAll)
                .openIn(question);
    }

    private static Div notice(String kind, Icon icon, String head, String text) {
        Paragraph first = new Paragraph(head);
        Div notice = new Div(icon.create(), new Div(first, new Paragraph(text)));
        notice.addClassNames("notice", kind);
        return notice;
    }
}
