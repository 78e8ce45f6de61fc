package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Wording;
import org.kvartal.live.Rereading;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.MembershipTopics;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.Face;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.Sheet;
import org.kvartal.shell.ShellPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** A member: a person's profile, or an organisation with those who represent it. */
@Route(MembershipPages.MEMBERS + "/:number([0-9]{1,18})")
@PermitAll
@StyleSheet("context://membership/office.css")
class MemberView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MemberPages pages;
    private final Members members;
    private final Mandates mandates;
    private final WrittenMandates written;
    private final Admissions admissions;
    private final PersonField people;
    private final Lists lists;
    private final Words words;
    private final Rereading.Watch watch;
    private long number;
    private String title = "";

    MemberView(
            MemberPages pages,
            Members members,
            Mandates mandates,
            WrittenMandates written,
            Admissions admissions,
            PersonField people,
            Lists lists,
            Rereading rereading,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.pages = pages;
        this.members = members;
        this.mandates = mandates;
        this.written = written;
        this.admissions = admissions;
        this.people = people;
        this.lists = lists;
        this.words = new Words(messages, wording, currentReader.get());
        this.watch = rereading.watch(this);
        addClassNames("view", "member");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().getLong("number").orElseThrow(NotFound::new);
        long wanted = number;
        MemberPage page = read(wanted).orElseThrow(NotFound::new);
        watch.on(MembershipTopics.of(page.profile().card().id()), () -> read(wanted), this::renew);
        show(page);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Optional<MemberPage> read(long wanted) {
        return pages.read(words.asker(), wanted);
    }

    /** Whoever has ended what let them see the page is led to the list. */
    private void again() {
        read(number).ifPresentOrElse(this::show, () -> getUI().ifPresent(ui -> ui.navigate(MembershipPages.MEMBERS)));
    }

    /** Others have changed something; what somebody types here is left alone, and rules see to it that nothing is overwritten. */
    private void renew(Optional<MemberPage> page) {
        if (page.isEmpty()) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else if (!holdsForm(this)) {
            show(page.get());
        }
    }

    private static boolean holdsForm(Component component) {
        return component instanceof Sheet
                || component instanceof AttachPart
                || component.getChildren().anyMatch(MemberView::holdsForm);
    }

    private void show(MemberPage page) {
        watch.shown();
        MemberProfile profile = page.profile();
        title = words.name(profile.card().name());
        removeAll();
        add(heading(page).acts(acts(page)));
        MemberNotice.about(page, words, () -> stay(profile)).ifPresent(this::add);
        add(new ProfilePart(page, words));
        if (!page.requests().isEmpty()) {
            add(new RequestsPart(page.requests(), words));
        }
        if (page.organisation() && (profile.mayMandate() || !page.mandates().isEmpty())) {
            add(new RepresentativesPart(page, mandates, written, people, words, this::again));
        }
        if (!page.held().isEmpty()) {
            add(new HeldPart(page, mandates, written, words, this::again));
        }
        if (LeavePart.offersAnything(page)) {
            add(new LeavePart(admissions, page, words, this::again));
        }
    }

    private PageHeading heading(MemberPage page) {
        MemberCard card = page.profile().card();
        PageHeading heading = new PageHeading(title).in(card.name().shownIn(words.language()));
        PersonCard face = page.face();
        heading.add(
                face == null
                        ? new MemberMark(card.id(), title, Face.Size.LARGE)
                        : new Face(face.id(), face.name(), face.picture(), Face.Size.LARGE));
        heading.below(ShellPages.path(MembershipPages.MEMBERS), words.text("membership.app.members.title"));
        List<Component> facts = new ArrayList<>();
        if (page.suspended()) {
            facts.add(new StatusBadge(Status.LATE, Icon.LOCK, words.text("membership.app.member.suspended")));
        }
        facts.add(new Span(
                card.kind().partner()
                        ? words.of("kind", card.kind()) + " (" + words.text("membership.partner") + ")"
                        : words.of("kind", card.kind())));
        facts.add(new Span(words.text("membership.app.term.since", words.day(card.since()))));
        facts.add(new Span(words.text("membership.app.number", String.valueOf(card.number()))));
        return heading.facts(facts.toArray(Component[]::new));
    }

    private Component[] acts(MemberPage page) {
        MemberProfile profile = page.profile();
        if (!profile.mayChange()) {
            return new Component[0];
        }
        Button change = new Button(words.text("membership.app.member.change"), Icon.EDIT.create());
        change.addClickListener(_ -> edit(page, new MemberForm(members, profile, lists, words)));
        Shown shown = profile.shown();
        if (shown == null) {
            return new Component[] {change};
        }
        Button others = new Button(words.text("membership.app.shown.title"), Icon.EYE.create());
        others.addClickListener(
                _ -> edit(page, new ShownForm(members, profile.card().id(), shown, words)));
        return new Component[] {others, change};
    }

    /** A form in place of the page. */
    private void edit(MemberPage page, Sheet form) {
        removeAll();
        add(heading(page), form);
        form.onLeft(this::again).onSent(() -> {
            Notices.done(words.text("membership.app.saved"));
            again();
        });
        form.focus();
    }

    private void stay(MemberProfile profile) {
        try {
            admissions.stay(words.asker(), profile.card().id());
            Notices.done(words.text("membership.app.stay-done"));
        } catch (Refused over) {
            Notices.problem(words.refusal(over));
        }
        again();
    }
}
