package org.kvartal.membership.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.shell.ReasonSheet;

/** Leaving the house by oneself, and ending a membership. */
class LeavePart extends Section {

    private final Admissions admissions;
    private final MemberPage page;
    private final Words words;
    private final Runnable again;
    private final Div place = new Div();

    /** @param again has the page read again */
    LeavePart(Admissions admissions, MemberPage page, Words words, Runnable again) {
        this.admissions = admissions;
        this.page = page;
        this.words = words;
        this.again = again;
        addClassNames("part", "leave-part");
        MemberProfile profile = page.profile();
        Div acts = new Div();
        acts.addClassName("line");
        if (profile.mayLeave()) {
            acts.add(act(
                    page.organisation() ? "membership.app.leave-organisation" : "membership.app.leave",
                    this::askToLeave));
        }
        if (profile.mayTerminate()) {
            acts.add(act("membership.app.terminate", this::askToTerminate));
        }
        add(acts, place);
    }

    static boolean offersAnything(MemberPage page) {
        return page.profile().mayLeave() || page.profile().mayTerminate();
    }

    private Button act(String key, Runnable open) {
        Button act = new Button(words.text(key), _ -> open.run());
        act.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return act;
    }

    private void askToLeave() {
        MemberId id = page.profile().card().id();
        new QuestionForm(
                        words,
                        words.text(
                                page.organisation()
                                        ? "membership.app.leave-organisation-text"
                                        : "membership.app.leave-text",
                                words.name(page.profile().card().name())),
                        words.text("membership.app.leave-send"),
                        () -> admissions.leave(words.asker(), id, words.reader().zone()))
                .openIn(place, "membership.app.leave-done", again);
    }

    private void askToTerminate() {
        MemberId id = page.profile().card().id();
        new ReasonSheet(
                        words,
                        "terminate",
                        words.text(
                                "membership.app.terminate-text",
                                words.name(page.profile().card().name())),
                        words.text("membership.app.terminate-send"),
                        reason -> admissions.terminate(words.asker(), id, reason))
                .openIn(place, "membership.app.terminate-done", again);
    }
}
