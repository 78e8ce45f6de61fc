package org.kvartal.membership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Registration;
import org.kvartal.membership.Visible;
import org.kvartal.shell.Icon;

/** What a reader sees of a member. Whoever may change it also sees who else does. */
class ProfilePart extends Div {

    private final Words words;
    private final FactList facts = new FactList();

    ProfilePart(MemberPage page, Words words) {
        this.words = words;
        addClassName("profile");
        MemberProfile profile = page.profile();
        @Nullable Shown shown = profile.shown();
        LocalizedText about = profile.about();
        if (about != null) {
            Paragraph text = new Paragraph(about.in(words.language()));
            text.addClassName("profile-about");
            text.getElement()
                    .setAttribute("lang", about.shownIn(words.language()).code());
            add(text);
            if (shown != null) {
                add(seenBy(shown.about()));
            }
        }
        text("membership.join.field.own-name", profile.ownName(), null);
        text(
                "membership.join.field.city",
                page.names().city(profile.card().city(), profile.cityText(), words),
                shown == null ? null : shown.city());
        text(
                "membership.join.field.sectors",
                page.names().sectors(profile.card().sectors(), words),
                shown == null ? null : shown.sectors());
        if (!profile.website().isEmpty()) {
            facts.fact(words.text("membership.join.field.website"), FactList.website(profile.website()));
        }
        text(
                "membership.app.member.contact",
                profile.contact(),
                shown == null || profile.contact().isEmpty() ? null : shown.contact());
        if (profile.founded() != null) {
            text("membership.join.field.founded", String.valueOf(profile.founded()), null);
        }
        if (profile.size() != null) {
            text("membership.join.field.size", words.wording().number(profile.size(), words.language()), null);
        }
        Registration registration = profile.registration();
        if (registration != null) {
            text("membership.app.registered", registration.scheme() + " " + registration.number(), null);
        }
        links(page);
        if (!facts.isEmpty()) {
            add(facts);
        }
    }

    private void links(MemberPage page) {
        if (!page.speaksFor().isEmpty()) {
            Div all = new Div();
            for (MemberCard organisation : page.speaksFor()) {
                all.add(line(MembershipPages.member(organisation.number()), words.shown(organisation.name())));
            }
            facts.fact(words.text("membership.app.member.speaks-for"), all);
        }
        if (!page.bodies().isEmpty()) {
            Div all = new Div();
            for (BodyCard body : page.bodies()) {
                all.add(line(MembershipPages.body(body.slug()), words.shown(body.name())));
            }
            facts.fact(words.text("membership.app.member.bodies"), all);
        }
    }

    private static Div line(String href, Span name) {
        Anchor link = new Anchor(href);
        link.add(name);
        return new Div(link);
    }

    private void text(String label, String text, @Nullable Visible seen) {
        if (!text.isEmpty()) {
            Component value = new Span(text);
            if (seen == null) {
                facts.fact(words.text(label), value);
            } else {
                facts.fact(words.text(label), value, seenBy(seen));
            }
        }
    }

    private Span seenBy(Visible visible) {
        Span seen = new Span(
                (visible == Visible.NOBODY ? Icon.LOCK : Icon.EYE).small(),
                new Span(words.text("membership.app.seen-by-" + Code.of(visible))));
        seen.addClassName("seen");
        return seen;
    }
}
