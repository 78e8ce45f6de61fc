package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.BodyPage;
import org.kvartal.membership.Bodies.TermLine;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ReasonSheet;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A body, and who is in it on the day that the address names. */
@Route(MembershipPages.BODIES + "/:slug")
@PermitAll
@StyleSheet("context://membership/office.css")
class BodyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Names the day in the address. */
    static final String ON = "on";

    private final Bodies bodies;
    private final PersonField people;
    private final Lists lists;
    private final Words words;
    private final House house;
    private final Clock clock;
    private final Div place = new Div();
    private String slug = "";
    private @Nullable LocalDate on;
    private String title = "";

    BodyView(
            Bodies bodies,
            PersonField people,
            Lists lists,
            House house,
            Clock clock,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.bodies = bodies;
        this.people = people;
        this.lists = lists;
        this.house = house;
        this.clock = clock;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElseThrow(NotFound::new);
        on = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ON)
                .flatMap(BodyView::day)
                .orElse(null);
        again();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void again() {
        BodyPage page = bodies.find(words.asker(), slug, on).orElseThrow(NotFound::new);
        BodyCard card = page.card();
        title = words.name(card.name());
        removeAll();
        place.removeAll();
        add(heading(page).acts(acts(page)), place);
        LocalizedText purpose = card.purpose();
        if (purpose != null) {
            Paragraph text = new Paragraph(words.shown(purpose));
            text.addClassName("profile-about");
            add(text);
        }
        add(new BodyPeoplePart(bodies, page, on != null, today(), words, this::again));
        if (page.consent() != null) {
            add(consent(page));
        }
        history(page);
        if (page.mayManage() && card.open()) {
            add(closing(page));
        }
    }

    private PageHeading heading(BodyPage page) {
        BodyCard card = page.card();
        List<Component> facts = new ArrayList<>();
        if (!card.open()) {
            facts.add(new StatusBadge(Status.PLAIN, Icon.LOCK, words.text("membership.bodies.closed")));
        } else if (card.belowMinimum()) {
            facts.add(new StatusBadge(Status.WAITING, words.text("membership.app.body.too-few", card.minimum())));
        }
        facts.add(new Span(words.of("body-type", card.type())));
        facts.add(new Span(words.text("membership.bodies.people", card.people())));
        if (card.sector() != null) {
            facts.add(new Span(lists.sectors(List.of(card.sector()), words)));
        }
        Anchor everybody = new Anchor(
                "/" + words.language().code() + MembershipPages.publicBody(card.slug()),
                words.text("membership.app.body.public-page"));
        everybody.setRouterIgnore(true);
        facts.add(everybody);
        return new PageHeading(title)
                .in(card.name().shownIn(words.language()))
                .below(ShellPages.path(MembershipPages.BODIES), words.text("membership.bodies.title"))
                .facts(facts.toArray(Component[]::new));
    }

    private Component[] acts(BodyPage page) {
        if (!page.mayManage() || !page.card().open()) {
            return new Component[0];
        }
        Button appoint = new Button(
                words.text("membership.app.body.appoint"),
                Icon.PLUS.create(),
                _ -> new TermForm(bodies, page.card().id(), today(), people, words)
                        .openIn(place, "membership.app.body.appointed", this::again));
        appoint.addThemeVariants(ButtonVariant.PRIMARY);
        Button change = new Button(
                words.text("membership.app.member.change"),
                _ -> BodyForm.changing(bodies, page, lists, words).openIn(place, "membership.app.saved", this::again));
        return new Component[] {change, appoint};
    }

    private Section closing(BodyPage page) {
        Div question = new Div();
        Button close = new Button(
                words.text("membership.app.body.close"),
                _ -> new ReasonSheet(
                                words,
                                "close",
                                words.text("membership.app.body.close-text", title),
                                words.text("membership.app.body.close-send"),
                                reason ->
                                        bodies.close(words.asker(), page.card().id(), page.version(), reason))
                        .openIn(question, "membership.app.body.closed", this::again));
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div acts = new Div(close);
        acts.addClassName("line");
        Section part = new Section(acts, question);
        part.addClassNames("part", "leave-part");
        return part;
    }

    /** One's own word about being shown counts at once. */
    private Checkbox consent(BodyPage page) {
        Checkbox shown = new Checkbox(words.text("membership.app.body.consent"));
        shown.addClassName("consent");
        shown.setHelperText(words.text("membership.app.body.consent-hint"));
        shown.setValue(Boolean.TRUE.equals(page.consent()));
        shown.addValueChangeListener(change -> {
            bodies.consent(words.asker(), page.card().id(), change.getValue());
            Notices.done(words.text("membership.app.saved"));
        });
        return shown;
    }

    private void history(BodyPage page) {
        List<TermLine> all = bodies.history(words.asker(), page.card().id());
        if (all.size() > page.people().size()) {
            Details everybody = new Details(
                    words.text("membership.app.body.history", all.size()), new TermRows(all, today(), words, null));
            everybody.addClassName("earlier");
            add(everybody);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
        } catch (DateTimeException mistyped) {
            return Optional.empty();
        }
    }
}
