package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberCard;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations.RegistrationLine;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.shell.Notices;

/** Those who are registered in the name of an association for which the reader speaks. */
final class ColleaguesPart {

    private ColleaguesPart() {}

    static Section of(
            SeminarPage page, List<RegistrationLine> lines, RegisterActs acts, Words words, Div place, Runnable again) {
        UnorderedList rows = Pieces.rows();
        lines.forEach(line -> rows.add(row(page, line, acts, words, place, again)));
        return Pieces.part(words.text("seminars.app.colleagues"), rows);
    }

    private static ListItem row(
            SeminarPage page, RegistrationLine line, RegisterActs acts, Words words, Div place, Runnable again) {
        List<Component> facts = new ArrayList<>();
        facts.add(Pieces.badge(line.state(), words));
        MemberCard association = line.onBehalfOf();
        if (association != null) {
            facts.add(new Span(words.name(association.name())));
        }
        Acts possible = new Acts(words, place, again);
        into(possible, page, line, page.card().mode() == RegistrationMode.BY_ASSOCIATION, acts, words, again);
        return Pieces.row(
                Pieces.person(line.person(), line.name()),
                possible.isEmpty() ? null : possible.row(line.name()),
                facts.toArray(Component[]::new));
    }

    /** What can be done about somebody's registration now. */
    static void into(
            Acts possible,
            SeminarPage page,
            RegistrationLine line,
            boolean decides,
            RegisterActs acts,
            Words words,
            Runnable again) {
        if (line.state() == RegistrationState.PENDING && decides) {
            possible.also(press(words.text("seminars.app.approve"), words, again, () -> {
                var _ = acts.registrations().approve(words.asker(), line.id());
            }));
            possible.also("decline", () -> acts.decline(line.id(), line.name(), words));
        }
        if (line.state() == RegistrationState.STARTED) {
            possible.also(press(
                    words.text("seminars.app.remind"),
                    words,
                    again,
                    () -> acts.registrations().remind(words.asker(), line.id())));
        }
        if (page.card().state().givesPlaces() && line.state().next().contains(RegistrationState.WITHDRAWN)) {
            possible.seldom(
                    RegisterActs.leaving(line.state()),
                    () -> acts.withdraw(line.id(), line.state(), line.name(), words));
        }
    }

    private static Button press(String what, Words words, Runnable again, Runnable act) {
        Button button = new Button(what, _ -> {
            try {
                act.run();
                Notices.done(words.text("seminars.app.done"));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
            }
            again.run();
        });
        button.setDisableOnClick(true);
        return button;
    }
}
