package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.shell.Icon;

/** What must be known of a member before anything else: that it has left, will leave, or that nobody has confirmed what stands here. */
class MemberNotice extends Div {

    private MemberNotice(String kind, Icon icon, String text) {
        Div body = new Div(new Span(text));
        body.addClassName("between");
        add(icon.create(), body);
        addClassNames("notice", kind, "member-notice");
    }

    /** @param stay thinks better of leaving */
    static Optional<MemberNotice> about(MemberPage page, Words words, Runnable stay) {
        MemberProfile profile = page.profile();
        if (profile.left()) {
            String when = profile.leaves() == null ? "" : words.day(profile.leaves());
            return Optional.of(new MemberNotice("late", Icon.INFO, words.text("membership.app.member.left", when)));
        }
        if (profile.leaves() != null) {
            MemberNotice notice = new MemberNotice(
                    "waiting", Icon.CLOCK, words.text("membership.app.member.leaves", words.when(profile.leaves())));
            if (page.own()) {
                notice.add(new Button(words.text("membership.app.stay"), _ -> stay.run()));
            }
            return Optional.of(notice);
        }
        return page.organisation() && !profile.confirmed() && profile.mayMandate()
                ? Optional.of(new MemberNotice("info", Icon.INFO, words.text("membership.app.member.unconfirmed")))
                : Optional.empty();
    }
}
